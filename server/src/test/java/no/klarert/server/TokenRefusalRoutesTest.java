package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Assertions that the token endpoint refuses, each wrong in one thing, with the code that Maskinporten §5.2 gives it. */
class TokenRefusalRoutesTest {
    private static final String SCOPE = "altinn:authentication/systemregister.write";

    @TempDir
    private static Path directory;

    private static ServerUnderTest server;

    @BeforeAll
    static void start() {
        server = ServerUnderTest.start(directory);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String assertion(UnaryOperator<JWTClaimsSet.Builder> change) {
        return server.assertion(ServerUnderTest.SMARTCLOUD, claims -> change.apply(claims.claim("scope", SCOPE)));
    }

    private static void refused(String assertion, String error, String code) {
        var before = server.store().auditEvents();
        var reply = TokenCalls.ask(server, assertion);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.json().path("error").asString()).isEqualTo(error);
        assertThat(reply.json().path("error_uri").asString())
                .isEqualTo(code.isEmpty() ? "" : ServerUnderTest.BASE + "/maskinporten/errors/" + code);
        assertThat(reply.json().path("error_description").asString()).matches(".*\\(trace_id: [0-9a-f]{32}\\)");
        assertThat(reply.text()).doesNotContain("access_token");
        assertThat(server.store().auditEvents()).isEqualTo(before);
    }

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void an_assertion_counts_once() {
        var assertion = assertion(claims -> claims);
        assertThat(TokenCalls.ask(server, assertion).status()).isEqualTo(200);
        refused(assertion, "invalid_grant", "MP-012");
        assertThat(TokenCalls.ask(server, assertion(claims -> claims)).status()).isEqualTo(200);
    }

    @Test
    void of_many_at_once_with_the_same_assertion_one_gets_a_token() {
        var assertion = assertion(claims -> claims);
        var statuses = java.util.stream.IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> TokenCalls.ask(server, assertion).status())
                .toList();
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 400).hasSize(11);
    }

    @Test
    void an_unsigned_assertion() {
        var claims = new JWTClaimsSet.Builder()
                .issuer(ServerUnderTest.SMARTCLOUD)
                .audience(ServerUnderTest.BASE + "/maskinporten/")
                .issueTime(Date.from(server.clock().instant()))
                .expirationTime(Date.from(server.clock().instant().plusSeconds(60)))
                .claim("scope", SCOPE)
                .build();
        refused(new PlainJWT(claims).serialize(), "invalid_request", "MP-011");
        var signed = assertion(same -> same);
        refused(signed.substring(0, signed.lastIndexOf('.') + 1), "invalid_request", "MP-011");
    }

    @Test
    void algorithm_none_in_whatever_spelling() {
        var signed = assertion(claims -> claims).split("\\.", -1);
        for (var none : List.of("none", "None", "NONE")) {
            var header = "{\"alg\":\"" + none + "\",\"kid\":\"klarert-" + ServerUnderTest.SMARTCLOUD + "\"}";
            refused(base64(header) + "." + signed[1] + "." + signed[2], "invalid_request", "MP-011");
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_public_key_used_as_a_shared_secret() throws JOSEException, ParseException {
        var key = server.clientKey(ServerUnderTest.SMARTCLOUD);
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(),
                SignedJWT.parse(assertion(claims -> claims)).getJWTClaimsSet());
        jwt.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
        refused(jwt.serialize(), "invalid_request", "MP-011");
    }

    @Test
    void a_signature_of_another_key() {
        var other = newKey(server.clientKey(ServerUnderTest.SMARTCLOUD).getKeyID());
        refused(
                server.assertion(ServerUnderTest.SMARTCLOUD, other, claims -> claims.claim("scope", SCOPE)),
                "invalid_grant",
                "MP-124");
    }

    @Test
    void claims_changed_after_signing() {
        var signed = assertion(claims -> claims).split("\\.", -1);
        var changed = new String(Base64.getUrlDecoder().decode(signed[1]), StandardCharsets.UTF_8)
                .replace("systemregister.write", "systemuser.request.read");
        refused(signed[0] + "." + base64(changed) + "." + signed[2], "invalid_grant", "MP-124");
    }

    @Test
    void a_key_that_is_not_registered_on_the_client() {
        refused(
                server.assertion(ServerUnderTest.SMARTCLOUD, newKey("another"), claims -> claims.claim("scope", SCOPE)),
                "invalid_grant",
                "");
        refused(
                server.assertion(
                        ServerUnderTest.SMARTCLOUD,
                        server.clientKey(ServerUnderTest.NORDLYS),
                        claims -> claims.claim("scope", SCOPE)),
                "invalid_grant",
                "");
    }

    @Test
    void an_unknown_client() {
        refused(assertion(claims -> claims.issuer(UUID.randomUUID().toString())), "invalid_grant", "MP-100");
        refused(assertion(claims -> claims.issuer("' or 1=1 --")), "invalid_grant", "MP-100");
    }

    @Test
    void another_audience() {
        var issuer = ServerUnderTest.BASE + "/maskinporten/";
        for (var audience : List.of(
                "https://maskinporten.no/",
                issuer + "token",
                ServerUnderTest.BASE + "/maskinporten",
                ServerUnderTest.BASE + "/authentication/api/v1/openid/")) {
            refused(assertion(claims -> claims.audience(audience)), "invalid_grant", "MP-110");
        }
        refused(
                assertion(claims -> claims.audience(List.of(issuer, "https://other.example/"))),
                "invalid_grant",
                "MP-110");
        assertThat(TokenCalls.ask(server, assertion(claims -> claims.audience(List.of(issuer))))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void an_expired_assertion() {
        var now = server.clock().instant();
        refused(
                assertion(claims -> claims.issueTime(Date.from(now.minusSeconds(75)))
                        .expirationTime(Date.from(now.minusSeconds(15)))),
                "invalid_grant",
                "MP-130");
        assertThat(TokenCalls.ask(
                                server,
                                assertion(claims -> claims.issueTime(Date.from(now.minusSeconds(65)))
                                        .expirationTime(Date.from(now.minusSeconds(5)))))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void an_assertion_from_the_future_or_with_a_long_life() {
        var now = server.clock().instant();
        refused(assertion(claims -> claims.issueTime(Date.from(now.plusSeconds(11)))), "invalid_grant", "");
        refused(
                assertion(claims -> claims.expirationTime(Date.from(now.plus(Duration.ofSeconds(121))))),
                "invalid_grant",
                "");
    }

    @Test
    void an_unknown_claim() {
        refused(assertion(claims -> claims.claim("client_orgno", "310000019")), "invalid_request", "MP-011");
    }

    @Test
    void a_scope_that_is_not_on_the_client_or_does_not_exist() {
        refused(assertion(claims -> claims.claim("scope", "idporten:scopes.write")), "invalid_scope", "MP-200");
        refused(assertion(claims -> claims.claim("scope", "no:such")), "invalid_scope", "MP-200");
        refused(assertion(claims -> claims.claim("scope", SCOPE + " no:such")), "invalid_scope", "MP-200");
    }

    @Test
    void a_resource_that_is_no_address() {
        refused(assertion(claims -> claims.claim("resource", "https://api.example/#part")), "invalid_target", "");
        assertThat(TokenCalls.ask(server, assertion(claims -> claims.claim("resource", "https://api.example/")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void api_delegation_and_acting_on_behalf() {
        refused(assertion(claims -> claims.claim("consumer_org", "313371735")), "invalid_request", "");
        refused(assertion(claims -> claims.claim("iss_onbehalfof", "x")), "invalid_request", "");
    }

    @Test
    void text_that_is_no_assertion() {
        for (var text : List.of("x", "a.b.c", "...", "é", base64("{}") + "." + base64("{}") + ".", "{}")) {
            refused(text, "invalid_request", "MP-011");
        }
        var deep = base64("{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000));
        refused(base64("{\"alg\":\"RS256\"}") + "." + deep + ".AA", "invalid_request", "MP-011");
    }

    @Test
    void the_token_log_tells_of_refusals_without_the_assertion() {
        var assertion = assertion(claims -> claims.claim("scope", "no:such"));
        refused(assertion, "invalid_scope", "MP-200");
        var entry = server.store().tokenLogEntries().getLast();
        assertThat(entry.outcome()).isEqualTo("invalid_scope MP-200");
        assertThat(entry.toString()).doesNotContain(assertion.split("\\.", -1)[2]);
    }
}
