package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import no.klarert.vocabulary.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Test log-in for programs, and what its tokens are exchanged for (system user API §1.5), over HTTP. */
class TestLogInRoutesTest {
    private static final String LOG_IN = "/idporten/test-login";
    private static final String EXCHANGE = "/authentication/api/v1/exchange/id-porten";
    private static final String METADATA = "/idporten/.well-known/openid-configuration";
    private static final String SYSTEMS = "/authentication/api/v1/systemregister";
    private static final int USER = 20000021;

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

    private String pid() {
        var stores = server.wiring().stores();
        return stores.transactions()
                .run(tx -> stores.parties().byUser(tx, new UserId(USER)).orElseThrow())
                .identifier()
                .reveal();
    }

    private TestCall.Reply logIn(String form) {
        return server.post(LOG_IN).form(form).send();
    }

    private String token(String more) {
        var reply = logIn("pid=" + pid() + more);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        return reply.json().path("access_token").asString();
    }

    private TestCall.Reply exchange(String token) {
        return server.get(EXCHANGE).token(token).send();
    }

    @Test
    void gives_a_seeded_person_a_token_that_verifies_with_the_published_keys() throws ParseException, JOSEException {
        var reply = logIn("pid=" + pid());
        assertThat(reply.json().path("token_type").asString()).isEqualTo("Bearer");
        assertThat(reply.json().path("expires_in").asInt()).isEqualTo(1800);
        assertThat(reply.json().path("scope").asString()).isEqualTo("altinn:portal/enduser openid profile");
        var token = SignedJWT.parse(reply.json().path("access_token").asString());
        var metadata = server.get(METADATA).send();
        assertThat(metadata.header("Cache-Control")).isEqualTo("public, max-age=3600");
        assertThat(token.getJWTClaimsSet().getIssuer())
                .isEqualTo(metadata.json().path("issuer").asString())
                .isEqualTo(ServerUnderTest.BASE + "/idporten/");
        assertThat(token.getJWTClaimsSet().getClaim("acr")).isEqualTo("idporten-loa-high");
        var keys = metadata.json().path("jwks_uri").asString().substring(ServerUnderTest.BASE.length());
        var key = JWKSet.parse(server.get(keys).send().text())
                .getKeyByKeyId(token.getHeader().getKeyID());
        assertThat(token.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
    }

    @Test
    void is_exchanged_for_an_altinn_token_of_that_person_which_lives_as_long() throws ParseException {
        var original = SignedJWT.parse(token("&level=3")).getJWTClaimsSet();
        var token = token("&level=3");
        server.clock().advance(Duration.ofMinutes(10));
        var reply = exchange(token);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).startsWith("text/plain");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        var claims = SignedJWT.parse(reply.text()).getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(ServerUnderTest.BASE + "/authentication/api/v1/openid/");
        assertThat(claims.getClaims().keySet())
                .containsExactlyInAnyOrder(
                        "nameid",
                        "urn:altinn:userid",
                        "urn:altinn:partyid",
                        "urn:altinn:party:uuid",
                        "urn:altinn:authlevel",
                        "urn:altinn:authenticatemethod",
                        "pid",
                        "token_type",
                        "client_id",
                        "acr",
                        "scope",
                        "jti",
                        "iss",
                        "sid",
                        "iat",
                        "nbf",
                        "exp");
        assertThat(claims.getClaim("urn:altinn:userid")).isEqualTo((long) USER);
        assertThat(claims.getClaim("urn:altinn:authlevel")).isEqualTo(3L);
        assertThat(claims.getClaim("urn:altinn:authenticatemethod")).isEqualTo("TestID");
        assertThat(claims.getExpirationTime()).isEqualTo(original.getExpirationTime());
    }

    @Test
    void the_altinn_token_opens_peoples_interfaces_and_the_original_opens_none() {
        var original = token("");
        var exchanged = exchange(original).text();
        assertThat(server.get(SYSTEMS).token(exchanged).send().status()).isEqualTo(200);
        assertThat(server.get(SYSTEMS).token(original).send().status()).isEqualTo(401);
        assertThat(server.get("/samarbeid/api/v1/clients")
                        .token(exchanged)
                        .send()
                        .status())
                .isEqualTo(403);
        server.clock().advance(Duration.ofSeconds(1811));
        assertThat(server.get(SYSTEMS).token(exchanged).send().status()).isEqualTo(401);
    }

    @Test
    void a_json_string_is_given_on_request_and_the_name_may_be_in_any_case() {
        var reply = server.get("/authentication/api/v1/exchange/ID-porten")
                .header("Accept", "application/json")
                .token(token(""))
                .send();
        assertThat(reply.json().isString()).isTrue();
    }

    @Test
    void a_token_without_a_scope_of_altinns_is_not_exchanged() {
        var reply = exchange(token("&scope=openid%20profile"));
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.header("WWW-Authenticate")).contains("insufficient_scope");
    }

    @Test
    void tokens_of_other_issuers_are_not_exchanged_here_nor_this_one_elsewhere() {
        var original = token("");
        refused(exchange(server.token(ServerUnderTest.SMARTCLOUD, "idporten:dcr.read")));
        refused(exchange(exchange(original).text()));
        refused(exchange(original.substring(0, original.length() - 8) + "AAAAAAAA"));
        refused(exchange("x.y.z"));
        refused(server.get("/authentication/api/v1/exchange/maskinporten")
                .token(original)
                .send());
        assertThat(server.get(EXCHANGE).send().header("WWW-Authenticate")).isEqualTo("Bearer");
        server.clock().advance(Duration.ofSeconds(1811));
        refused(exchange(original));
    }

    private static void refused(TestCall.Reply reply) {
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.text()).isEmpty();
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    }

    @Test
    void enterprise_users_are_gone_here_too() {
        var reply = server.get(EXCHANGE)
                .token(token(""))
                .header("X-Altinn-EnterpriseUser-Authentication", "dXNlcjpwYXNz")
                .send();
        assertThat(reply.status()).isEqualTo(410);
    }

    @ParameterizedTest
    @CsvSource({
        "level=4,`pid`",
        "pid=,`pid`",
        "pid=12345678901,`pid`",
        "pid=01010112345&pid=01010112345,more than once",
        "pid={pid}&level=2,`level`",
        "pid={pid}&level=5,`level`",
        "pid={pid}&level=x,`level`",
        "pid={pid}&scope=altinn:no/such,a scope",
        "pid={pid}&scope=no%20such,a scope",
        "pid={pid}&scope=altinn:authentication/systemregister.write,a scope",
        "pid=%zz,form"
    })
    void a_log_in_that_cannot_be_is_refused_without_repeating_the_identity_number(String form, String message) {
        var pid = pid();
        var reply = logIn(form.replace("{pid}", pid));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("error").asString()).isIn("invalid_request", "invalid_scope");
        assertThat(reply.json().path("error_description").asString()).contains(message);
        assertThat(reply.text()).doesNotContain(pid).doesNotContain("01010112345");
    }

    @Test
    void another_body_or_method_is_refused() {
        assertThat(server.post(LOG_IN).json("{}").send().status()).isEqualTo(400);
        assertThat(server.get(LOG_IN).send().status()).isEqualTo(405);
        assertThat(logIn("pid=" + "1".repeat(10_000)).status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {LOG_IN, METADATA, "/idporten/jwk"})
    void nothing_of_it_is_served_where_test_log_in_is_off(String path) {
        var token = token("");
        server.close();
        server = ServerUnderTest.start(directory.resolve("other"), Map.of("test-login", "false"));
        assertThat(server.get(path).send().status()).isEqualTo(404);
        var reply = exchange(token);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).isEqualTo("Invalid TokenProvider. The token providers here are maskinporten.");
    }
}
