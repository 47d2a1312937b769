package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;

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

/** The token endpoint over HTTP: what it issues, and requests that are refused before anyone looks at the assertion. */
class TokenRoutesTest {
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

    private static String assertion() {
        return server.assertion(ServerUnderTest.SMARTCLOUD, claims -> claims.claim("scope", SCOPE));
    }

    @Test
    void issues_a_token_that_is_not_to_be_stored() {
        var reply = TokenCalls.ask(server, assertion());
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).startsWith("application/json");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.json().propertyNames()).containsExactly("access_token", "token_type", "expires_in", "scope");
        assertThat(reply.json().path("token_type").asString()).isEqualTo("Bearer");
        assertThat(reply.json().path("expires_in").asInt()).isEqualTo(119);
        assertThat(reply.json().path("scope").asString()).isEqualTo(SCOPE);
    }

    @Test
    void the_token_has_the_documented_claims_and_no_others() throws ParseException {
        var token = SignedJWT.parse(
                TokenCalls.ask(server, assertion()).json().path("access_token").asString());
        assertThat(token.getHeader().toJSONObject()).containsOnlyKeys("kid", "alg");
        var claims = token.getJWTClaimsSet().getClaims();
        assertThat(claims)
                .containsOnlyKeys(
                        "iss", "client_id", "client_amr", "consumer", "scope", "token_type", "iat", "exp", "jti")
                .containsEntry("iss", ServerUnderTest.BASE + "/maskinporten/")
                .containsEntry("consumer", Map.of("authority", "iso6523-actorid-upis", "ID", "0192:310000019"));
    }

    @Test
    void the_token_opens_what_its_scope_is_for() {
        var token =
                TokenCalls.ask(server, assertion()).json().path("access_token").asString();
        assertThat(server.get("/authentication/api/v1/systemregister/vendor")
                        .token(token)
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void ignores_unknown_parameters_and_takes_raw_colons() {
        var form = "alg=RS256&grant_type=" + TokenCalls.GRANT_TYPE + "&assertion=" + assertion();
        assertThat(TokenCalls.askWithForm(server, form).status()).isEqualTo(200);
    }

    @Test
    void a_form_with_a_charset_is_a_form() {
        var reply = server.post("/maskinporten/token")
                .body(
                        "Application/X-WWW-Form-URLencoded; charset=UTF-8",
                        TokenCalls.form(TokenCalls.GRANT_TYPE, assertion()))
                .send();
        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void scopes_asked_for_twice_are_issued_once() {
        var twice = server.assertion(ServerUnderTest.SMARTCLOUD, claims -> claims.claim("scope", SCOPE + " " + SCOPE));
        assertThat(TokenCalls.ask(server, twice).json().path("scope").asString())
                .isEqualTo(SCOPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "multipart/form-data; boundary=x"})
    void refuses_another_content_type_and_leaves_the_assertion_unused(String contentType) {
        var assertion = assertion();
        var form = TokenCalls.form(TokenCalls.GRANT_TYPE, assertion);
        var reply = server.post("/maskinporten/token").body(contentType, form).send();
        assertInvalidRequest(reply, "content type");
        assertThat(TokenCalls.ask(server, assertion).status()).isEqualTo(200);
    }

    @Test
    void refuses_a_request_without_a_content_type() {
        assertInvalidRequest(server.post("/maskinporten/token").send(), "content type");
    }

    @Test
    void refuses_a_repeated_parameter_and_leaves_the_assertion_unused() {
        var assertion = assertion();
        var form = TokenCalls.form(TokenCalls.GRANT_TYPE, assertion);
        for (var extra : List.of("&assertion=x", "&grant_type=x", "&x=1&x=2", "&assertion=" + assertion)) {
            assertInvalidRequest(TokenCalls.askWithForm(server, form + extra), "more than once");
        }
        assertThat(TokenCalls.askWithForm(server, form).status()).isEqualTo(200);
    }

    @Test
    void refuses_missing_and_empty_parameters_by_name() {
        assertInvalidRequest(TokenCalls.askWithForm(server, "assertion=" + assertion()), "grant_type is missing");
        assertInvalidRequest(TokenCalls.askWithForm(server, TokenCalls.form("", "x")), "grant_type is missing");
        assertInvalidRequest(
                TokenCalls.askWithForm(server, TokenCalls.form(TokenCalls.GRANT_TYPE, "")), "assertion is missing");
        assertInvalidRequest(TokenCalls.askWithForm(server, ""), "grant_type is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"client_credentials", "authorization_code", "urn:ietf:params:oauth:grant-type:JWT-BEARER", "x\ny"
            })
    void refuses_other_grant_types(String grantType) {
        var reply = TokenCalls.askWithForm(server, TokenCalls.form(grantType, assertion()));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.json().path("error").asString()).isEqualTo("unsupported_grant_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"grant_type=%", "grant_type=%zz", "grant_type=%c3%28", "%ff=1"})
    void refuses_a_malformed_form(String form) {
        assertInvalidRequest(TokenCalls.askWithForm(server, form), "well-formed form");
    }

    @Test
    void refuses_a_form_of_very_many_parameters() {
        assertInvalidRequest(TokenCalls.askWithForm(server, "a=b&".repeat(5_000)), "well-formed form");
    }

    @Test
    void refuses_an_oversized_assertion_and_an_oversized_request() {
        var longer = TokenCalls.ask(server, "a".repeat(33 * 1024));
        assertThat(longer.status()).isEqualTo(400);
        assertThat(longer.json().path("error_uri").asString()).endsWith("/errors/MP-011");
        var larger = TokenCalls.ask(server, "a".repeat(200 * 1024));
        assertThat(larger.status()).isEqualTo(400);
        assertThat(larger.json().path("error_uri").asString()).endsWith("/errors/MP-011");
    }

    @Test
    void refuses_another_method() {
        for (var method : List.of("GET", "HEAD", "PUT", "DELETE")) {
            var reply = server.call(method, "/maskinporten/token").send();
            assertThat(reply.status()).as(method).isEqualTo(405);
            assertThat(reply.header("Allow")).as(method).isEqualTo("POST");
        }
    }

    private static void assertInvalidRequest(TestCall.Reply reply, String description) {
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.json().path("error").asString()).isEqualTo("invalid_request");
        assertThat(reply.json().path("error_description").asString())
                .contains(description)
                .matches(".*\\(trace_id: [0-9a-f]{32}\\)");
    }
}
