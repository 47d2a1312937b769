package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Tokens bound by DPoP (RFC 9449) and to certificates (RFC 8705), from registration to use, over HTTP. */
class BoundTokenRoutesTest {
    private static final String TOKEN = "/maskinporten/token";
    private static final String CLIENTS = "/samarbeid/api/v1/clients";
    private static final String CLIENT = CLIENTS + "/" + ServerUnderTest.SMARTCLOUD;
    private static final String READ = "idporten:dcr.read";
    private static final ECKey KEY = key();
    private static final ECKey OTHER_KEY = key();

    @TempDir
    private Path directory;

    private ServerUnderTest server;

    @BeforeEach
    void start() {
        server = ServerUnderTest.start(
                directory,
                Map.of("network.client-certificate-header", "Client-Cert", "network.trusted-proxies", "127.0.0.1"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void register(String option) {
        var writing = server.token(ServerUnderTest.SMARTCLOUD, "idporten:dcr.write idporten:dcr.read");
        var client = (ObjectNode) server.get(CLIENT).token(writing).send().json();
        client.put(option, true);
        var reply = server.call("PUT", CLIENT)
                .token(writing)
                .json(client.toString())
                .send();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path(option).booleanValue()).isTrue();
    }

    private TestCall tokenRequest() {
        var assertion = server.assertion(ServerUnderTest.SMARTCLOUD, claims -> claims.claim("scope", READ));
        return server.post(TOKEN).form(TokenCalls.form(TokenCalls.GRANT_TYPE, assertion));
    }

    private String proof(ECKey key, String method, String path, String token) {
        var claims = new JWTClaimsSet.Builder()
                .jwtID(UUID.randomUUID().toString())
                .claim("htm", method)
                .claim("htu", ServerUnderTest.BASE + path)
                .issueTime(Date.from(server.clock().instant()));
        if (!token.isEmpty()) {
            claims.claim("ath", sha256(token.getBytes(StandardCharsets.US_ASCII)));
        }
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("dpop+jwt"))
                .jwk(key.toPublicJWK())
                .build();
        try {
            var jwt = new SignedJWT(header, claims.build());
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return Base64URL.encode(MessageDigest.getInstance("SHA-256").digest(content))
                    .toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String dpopToken() {
        register("dpop_bound_access_tokens");
        var reply = tokenRequest().header("DPoP", proof(KEY, "POST", TOKEN, "")).send();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("token_type").asString()).isEqualTo("DPoP");
        return reply.json().path("access_token").asString();
    }

    private TestCall.Reply use(String token, String proof) {
        return server.get(CLIENTS)
                .header("Authorization", "DPoP " + token)
                .header("DPoP", proof)
                .send();
    }

    private static void unproven(TestCall.Reply reply, String error) {
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.text()).isEmpty();
        assertThat(reply.header("WWW-Authenticate"))
                .startsWith("DPoP error=\"" + error + "\", error_description=\"")
                .endsWith(", algs=\"ES256 ES384 ES512 PS256 PS384 PS512 RS256 RS384 RS512\"");
    }

    @Test
    void a_client_with_the_option_gets_a_bound_token_and_uses_it_with_proofs() throws Exception {
        var token = dpopToken();
        var claims = SignedJWT.parse(token).getJWTClaimsSet();
        assertThat(claims.getJSONObjectClaim("cnf"))
                .isEqualTo(Map.of("jkt", KEY.computeThumbprint().toString()));
        var proof = proof(KEY, "GET", CLIENTS, token);
        assertThat(use(token, proof).status()).isEqualTo(200);
        unproven(use(token, proof), "invalid_dpop_proof");
        assertThat(use(token, proof(KEY, "GET", CLIENTS, token)).status()).isEqualTo(200);
    }

    @Test
    void the_query_is_no_part_of_what_a_proof_names() {
        var token = dpopToken();
        var reply = server.get(CLIENTS + "?inactive=true")
                .header("Authorization", "dpop " + token)
                .header("DPoP", proof(KEY, "GET", CLIENTS, token))
                .send();
        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void a_bound_token_opens_nothing_without_its_proof() {
        var token = dpopToken();
        unproven(server.get(CLIENTS).token(token).send(), "invalid_token");
        unproven(server.get(CLIENTS).header("Authorization", "DPoP " + token).send(), "invalid_dpop_proof");
        unproven(use(token, proof(OTHER_KEY, "GET", CLIENTS, token)), "invalid_dpop_proof");
        unproven(use(token, proof(KEY, "POST", CLIENTS, token)), "invalid_dpop_proof");
        unproven(use(token, proof(KEY, "GET", CLIENT, token)), "invalid_dpop_proof");
        unproven(use(token, proof(KEY, "GET", CLIENTS, token + "x")), "invalid_dpop_proof");
        var twice = server.get(CLIENTS)
                .header("Authorization", "DPoP " + token)
                .header("DPoP", proof(KEY, "GET", CLIENTS, token))
                .header("DPoP", proof(KEY, "GET", CLIENTS, token))
                .send();
        unproven(twice, "invalid_dpop_proof");
    }

    @Test
    void a_client_with_the_option_is_refused_without_a_sound_proof() {
        register("dpop_bound_access_tokens");
        for (var proof : new String[] {"x", proof(KEY, "GET", TOKEN, ""), proof(KEY, "POST", CLIENTS, "")}) {
            refused(tokenRequest().header("DPoP", proof).send(), "invalid_dpop_proof");
        }
        refused(tokenRequest().send(), "invalid_dpop_proof");
    }

    private static void refused(TestCall.Reply reply, String error) {
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("error").asString()).isEqualTo(error);
        assertThat(reply.json().path("error_description").asString()).contains("(trace_id: ");
        assertThat(reply.json().has("error_uri")).isFalse();
    }

    @Test
    void a_proof_counts_once_at_the_token_endpoint() {
        register("dpop_bound_access_tokens");
        var proof = proof(KEY, "POST", TOKEN, "");
        assertThat(tokenRequest().header("DPoP", proof).send().status()).isEqualTo(200);
        refused(tokenRequest().header("DPoP", proof).send(), "invalid_dpop_proof");
    }

    @Test
    void a_client_without_the_option_sees_no_difference_whatever_it_sends() throws ParseException {
        var plain = tokenRequest().send();
        var other = tokenRequest()
                .header("DPoP", proof(KEY, "POST", TOKEN, ""))
                .header("DPoP", "nonsense")
                .header("Client-Cert", ":" + TlsCertificates.ONE + ":")
                .send();
        assertThat(plain.json().propertyNames())
                .containsExactly("access_token", "token_type", "expires_in", "scope")
                .isEqualTo(other.json().propertyNames());
        for (var reply : new TestCall.Reply[] {plain, other}) {
            assertThat(reply.json().path("token_type").asString()).isEqualTo("Bearer");
            var token = SignedJWT.parse(reply.json().path("access_token").asString());
            assertThat(token.getPayload().toJSONObject().keySet())
                    .containsExactly(
                            "scope", "iss", "client_amr", "token_type", "exp", "iat", "client_id", "jti", "consumer");
            assertThat(server.get(CLIENTS).token(token.serialize()).send().status())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_bearer_token_is_not_accepted_with_scheme_dpop() {
        var token = server.token(ServerUnderTest.SMARTCLOUD, READ);
        var reply = use(token, proof(KEY, "GET", CLIENTS, token));
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    }

    @Test
    void a_bound_token_is_exchanged_for_a_bound_token() {
        var exchange = "/authentication/api/v1/exchange/maskinporten";
        var token = dpopToken();
        unproven(server.get(exchange).token(token).send(), "invalid_token");
        var exchanged = server.get(exchange)
                .header("Authorization", "DPoP " + token)
                .header("DPoP", proof(KEY, "GET", exchange, token))
                .send();
        assertThat(exchanged.status()).isEqualTo(200);
        unproven(
                server.get("/authentication/api/v1/systemregister/vendor")
                        .token(exchanged.text())
                        .send(),
                "invalid_token");
    }

    @Test
    void a_token_bound_to_a_certificate_is_used_with_that_certificate_only() {
        register("tls_client_certificate_bound_access_tokens");
        refused(tokenRequest().send(), "invalid_request");
        var reply = tokenRequest()
                .header("Client-Cert", ":" + TlsCertificates.ONE + ":")
                .send();
        assertThat(reply.json().path("token_type").asString()).isEqualTo("Bearer");
        var token = reply.json().path("access_token").asString();
        assertThat(useWithCertificate(token, ":" + TlsCertificates.ONE + ":").status())
                .isEqualTo(200);
        assertThat(useWithCertificate(token, pem(TlsCertificates.ONE)).status()).isEqualTo(200);
        var otherOne = useWithCertificate(token, ":" + TlsCertificates.OTHER + ":");
        assertThat(otherOne.status()).isEqualTo(401);
        assertThat(otherOne.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(server.get(CLIENTS).token(token).send().status()).isEqualTo(401);
    }

    private TestCall.Reply useWithCertificate(String token, String header) {
        return server.get(CLIENTS).token(token).header("Client-Cert", header).send();
    }

    /** As nginx writes it ({@code $ssl_client_escaped_cert}). */
    private static String pem(String base64) {
        var text = "-----BEGIN CERTIFICATE-----\n" + base64.replaceAll("(.{64})", "$1\n")
                + "\n-----END CERTIFICATE-----\n";
        return URLEncoder.encode(text, StandardCharsets.US_ASCII).replace("+", "%20");
    }

    @Test
    void a_certificate_is_believed_from_a_trusted_proxy_only() {
        server.close();
        var trusting =
                Map.of("network.client-certificate-header", "Client-Cert", "network.trusted-proxies", "10.0.0.0/8");
        for (var settings : List.of(trusting, Map.<String, String>of())) {
            server = ServerUnderTest.start(directory.resolve("other" + settings.size()), settings);
            register("tls_client_certificate_bound_access_tokens");
            refused(
                    tokenRequest()
                            .header("Client-Cert", ":" + TlsCertificates.ONE + ":")
                            .send(),
                    "invalid_request");
            server.close();
        }
    }

    @Test
    void a_client_is_not_bound_by_both() {
        var body = AdministrationCalls.client(READ)
                .replaceFirst(
                        "\\{",
                        "{\"dpop_bound_access_tokens\": true, \"tls_client_certificate_bound_access_tokens\": true, ");
        var reply = server.post(CLIENTS)
                .token(server.token(ServerUnderTest.SMARTCLOUD, "idporten:dcr.write"))
                .json(body)
                .send();
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("errors").findValuesAsString("fieldIdentifier"))
                .containsExactly("tls_client_certificate_bound_access_tokens");
    }

    @Test
    void the_option_is_turned_off_by_leaving_it_out() {
        var writing = server.token(ServerUnderTest.SMARTCLOUD, "idporten:dcr.write idporten:dcr.read");
        var before = server.get(CLIENT).token(writing).send().json();
        register("dpop_bound_access_tokens");
        refused(tokenRequest().send(), "invalid_dpop_proof");
        server.call("PUT", CLIENT).token(writing).json(before.toString()).send();
        assertThat(tokenRequest().send().json().path("token_type").asString()).isEqualTo("Bearer");
    }
}
