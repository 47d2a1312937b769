package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What both issuers publish (Maskinporten §1.2, §1.3 and §9.3), over HTTP. */
class IssuerDocumentRoutesTest {
    private static final String ALTINN = "/authentication/api/v1/openid/.well-known/openid-configuration";

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/maskinporten/.well-known/oauth-authorization-server",
                "/maskinporten/.well-known/openid-configuration",
                "/.well-known/oauth-authorization-server/maskinporten",
                "/.well-known/oauth-authorization-server/maskinporten/",
                "/.well-known/openid-configuration/maskinporten"
            })
    void metadata_names_the_issuer_byte_for_byte(String path) {
        var reply = server.get(path).send();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Cache-Control")).isEqualTo("public, max-age=3600");
        assertThat(reply.text())
                .isEqualTo("{\"authorization_details_types_supported\":[\"urn:altinn:systemuser\"],"
                        + "\"dpop_signing_alg_values_supported\":[\"ES256\",\"ES384\",\"ES512\",\"PS256\",\"PS384\","
                        + "\"PS512\",\"RS256\",\"RS384\",\"RS512\"],"
                        + "\"grant_types_supported\":[\"urn:ietf:params:oauth:grant-type:jwt-bearer\"],"
                        + "\"issuer\":\"https://klarert.example/maskinporten/\","
                        + "\"jwks_uri\":\"https://klarert.example/maskinporten/jwk\","
                        + "\"response_types_supported\":[],"
                        + "\"token_endpoint\":\"https://klarert.example/maskinporten/token\","
                        + "\"token_endpoint_auth_methods_supported\":[\"private_key_jwt\"],"
                        + "\"token_endpoint_auth_signing_alg_values_supported\":[\"RS256\",\"RS384\",\"RS512\"]}");
    }

    @Test
    void metadata_tells_of_certificates_only_where_they_get_through(@TempDir Path other) {
        var settings =
                Map.of("network.client-certificate-header", "Client-Cert", "network.trusted-proxies", "192.0.2.1");
        var path = "/maskinporten/.well-known/oauth-authorization-server";
        try (var behindProxy = ServerUnderTest.start(other, settings)) {
            var metadata = behindProxy.get(path).send().text();
            var usual = server.get(path).send().text();
            assertThat(metadata)
                    .isEqualTo(usual.substring(0, usual.length() - 1)
                            + ",\"tls_client_certificate_bound_access_tokens\":true}");
        }
    }

    @Test
    void tokens_verify_with_the_published_keys_and_only_public_members_are_published()
            throws ParseException, JOSEException {
        var reply = server.get("/maskinporten/jwk").send();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Cache-Control")).isEqualTo("public, max-age=3600");
        assertThat(server.get("/maskinporten/jwks").send().text()).isEqualTo(reply.text());
        assertThat(reply.json().path("keys").path(0).propertyNames())
                .containsExactlyInAnyOrder("kty", "e", "use", "kid", "alg", "n");
        verify(reply.text(), server.token(ServerUnderTest.SMARTCLOUD, "idporten:dcr.read"));
    }

    @Test
    void altinns_metadata_leads_to_the_keys_of_exchanged_tokens() throws ParseException, JOSEException {
        var metadata = server.get(ALTINN).send();
        assertThat(metadata.status()).isEqualTo(200);
        assertThat(metadata.json().path("issuer").asString())
                .isEqualTo(ServerUnderTest.BASE + "/authentication/api/v1/openid/");
        var keys = metadata.json().path("jwks_uri").asString().substring(ServerUnderTest.BASE.length());
        var token = server.token(ServerUnderTest.SMARTCLOUD, "idporten:dcr.read");
        var exchanged = server.get("/authentication/api/v1/exchange/maskinporten")
                .token(token)
                .send()
                .text();
        verify(server.get(keys).send().text(), exchanged);
        assertThat(server.get(keys).send().text())
                .isNotEqualTo(server.get("/maskinporten/jwk").send().text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/maskinporten/jwk",
                "/maskinporten/.well-known/oauth-authorization-server",
                ALTINN,
                ALTINN + "/jwks"
            })
    void a_document_that_has_not_changed_is_not_sent_again(String path) {
        var first = server.get(path).send();
        var tag = first.header("ETag");
        assertThat(tag).matches("\"[A-Za-z0-9_-]{22}\"");
        for (var known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            var second = server.get(path).header("If-None-Match", known).send();
            assertThat(second.status()).as(known).isEqualTo(304);
            assertThat(second.text()).isEmpty();
            assertThat(second.header("ETag")).isEqualTo(tag);
            assertThat(second.header("Cache-Control")).isEqualTo("public, max-age=3600");
        }
        for (var other : List.of("\"other\"", tag.substring(1), "")) {
            var second = server.get(path).header("If-None-Match", other).send();
            assertThat(second.status()).as(other).isEqualTo(200);
            assertThat(second.text()).isEqualTo(first.text());
        }
    }

    private static void verify(String jwks, String token) throws ParseException, JOSEException {
        var jwt = SignedJWT.parse(token);
        var key = JWKSet.parse(jwks).getKeyByKeyId(jwt.getHeader().getKeyID());
        assertThat(jwt.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/maskinporten/jwk", "/maskinporten/.well-known/oauth-authorization-server", ALTINN})
    void head_has_no_body_and_other_methods_are_refused(String path) {
        var head = server.call("HEAD", path).send();
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.text()).isEmpty();
        var post = server.post(path).send();
        assertThat(post.status()).isEqualTo(405);
        assertThat(post.header("Allow")).isEqualTo("GET");
    }
}
