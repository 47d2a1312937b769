package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Altinn tokens for Maskinporten tokens (Maskinporten §9.3), over HTTP. */
class TokenExchangeRoutesTest {
    private static final String PATH = "/authentication/api/v1/exchange/maskinporten";
    private static final String SCOPE = "altinn:authentication/systemregister.write";

    @TempDir
    private Path directory;

    private ServerUnderTest server;

    @BeforeEach
    void start() {
        server = ServerUnderTest.start(directory);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String token() {
        return server.token(ServerUnderTest.SMARTCLOUD, SCOPE);
    }

    @Test
    void gives_a_token_of_30_minutes_as_plain_text() throws ParseException {
        var reply = server.get(PATH).token(token()).send();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).startsWith("text/plain");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        var claims = SignedJWT.parse(reply.text()).getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(ServerUnderTest.BASE + "/authentication/api/v1/openid/");
        assertThat(claims.getClaim("urn:altinn:orgNumber")).isEqualTo("310000019");
        assertThat(claims.getClaim("urn:altinn:authlevel")).isEqualTo(3L);
        assertThat(claims.getClaim("urn:altinn:org")).isNull();
        assertThat(claims.getExpirationTime())
                .isEqualTo(server.clock().instant().plus(Duration.ofMinutes(30)));
    }

    @Test
    void gives_a_json_string_to_those_who_ask_for_json() {
        var reply = server.get(PATH)
                .header("Accept", "application/json")
                .token(token())
                .send();
        assertThat(reply.header("Content-Type")).startsWith("application/json");
        assertThat(reply.json().isString()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json, text/plain, */*", "text/plain, application/json"})
    void gives_plain_text_to_those_who_take_anything(String accept) {
        var reply = server.get(PATH).header("Accept", accept).token(token()).send();
        assertThat(reply.text()).doesNotStartWith("\"");
    }

    @Test
    void the_new_token_does_not_administer_scopes_and_clients() {
        var original = server.token(ServerUnderTest.SKATTEETATEN, "idporten:dcr.read");
        var exchanged = server.get(PATH).token(original).send().text();
        var clients = "/samarbeid/api/v1/clients";
        assertThat(server.get(clients).token(original).send().status()).isEqualTo(200);
        assertThat(server.get(clients).token(exchanged).send().status()).isEqualTo(403);
    }

    @Test
    void the_new_token_opens_what_the_old_one_did_and_outlives_it() {
        var exchanged = server.get("/authentication/api/v1/exchange/Maskinporten")
                .token(token())
                .send()
                .text();
        server.clock().advance(Duration.ofMinutes(20));
        assertThat(server.get("/authentication/api/v1/systemregister/vendor")
                        .token(exchanged)
                        .send()
                        .status())
                .isEqualTo(200);
        server.clock().advance(Duration.ofMinutes(11));
        assertThat(server.get("/authentication/api/v1/systemregister/vendor")
                        .token(exchanged)
                        .send()
                        .status())
                .isEqualTo(401);
    }

    @Test
    void refuses_a_missing_and_an_unreadable_token() {
        var missing = server.get(PATH).send();
        assertThat(missing.status()).isEqualTo(401);
        assertThat(missing.header("WWW-Authenticate")).isEqualTo("Bearer");
        refused(server.get(PATH).token("x.y.z").send());
        refused(server.get(PATH).token("x".repeat(5_000)).send());
    }

    @Test
    void refuses_two_authorization_headers() {
        var reply = server.get(PATH).token(token()).token(token()).send();
        assertThat(reply.status()).isEqualTo(401);
    }

    @Test
    void refuses_an_expired_token() {
        var token = token();
        server.clock().advance(Duration.ofSeconds(131));
        refused(server.get(PATH).token(token).send());
    }

    @Test
    void refuses_an_exchanged_token_an_assertion_and_a_changed_token() {
        var token = token();
        refused(server.get(PATH)
                .token(server.get(PATH).token(token).send().text())
                .send());
        refused(server.get(PATH)
                .token(server.assertion(ServerUnderTest.SMARTCLOUD, claims -> claims.claim("scope", SCOPE)))
                .send());
        refused(server.get(PATH)
                .token(token.substring(0, token.length() - 8) + "AAAAAAAA")
                .send());
    }

    private static void refused(TestCall.Reply reply) {
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.text()).isEmpty();
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"idporten", "altinnstudio", "x", "%3Cb%3E"})
    void refuses_other_token_providers(String provider) {
        var reply = server.get("/authentication/api/v1/exchange/" + provider)
                .token(token())
                .send();
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).startsWith("Invalid TokenProvider").doesNotContain("<b>");
    }

    @Test
    void refuses_enterprise_users_as_gone() {
        var reply = server.get(PATH)
                .token(token())
                .header("X-Altinn-EnterpriseUser-Authentication", "dXNlcjpwYXNz")
                .send();
        assertThat(reply.status()).isEqualTo(410);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.text()).doesNotContain("dXNlcjpwYXNz");
    }

    @Test
    void refuses_another_method() {
        var reply = server.post(PATH).token(token()).send();
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).isEqualTo("GET");
    }
}
