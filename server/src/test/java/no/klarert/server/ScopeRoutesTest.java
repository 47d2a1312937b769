package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** API providers' scopes (Maskinporten §6.4), over HTTP. */
class ScopeRoutesTest {
    private static final String SCOPES = AdministrationCalls.BASE + "/scopes";
    private static final String ONE = SCOPES + AdministrationCalls.query(AdministrationCalls.SCOPE);

    @TempDir
    private Path directory;

    private ServerUnderTest server;
    private AdministrationCalls calls;

    @BeforeEach
    void start() {
        server = ServerUnderTest.start(directory);
        calls = new AdministrationCalls(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private TestCall as(TestCall call) {
        return call.token(calls.scopesToken());
    }

    private ObjectNode created() {
        return (ObjectNode) calls.createScope("kravogbetalinger").json();
    }

    /** Refused with the error body of these interfaces, and nothing changed. */
    private void refused(int status, String message, Supplier<TestCall> call) {
        var sent = call.get();
        var before = calls.state();
        var reply = sent.send();
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().propertyNames())
                .containsExactly("status", "timestamp", "correlation_id", "errors", "error", "error_description");
        assertThat(reply.json().path("status").asInt()).isEqualTo(status);
        assertThat(AdministrationCalls.firstError(reply).propertyNames())
                .containsExactly("errorMessage", "isFieldError", "objectName", "fieldIdentifier");
        assertThat(reply.json().path("error_description").asString()).contains(message);
        assertThat(calls.state()).isEqualTo(before);
    }

    @Test
    void creates_a_scope_and_answers_with_the_whole_of_it() {
        var scope = created();
        assertThat(scope.propertyNames())
                .containsExactly(
                        "name",
                        "prefix",
                        "subscope",
                        "description",
                        "visibility",
                        "token_type",
                        "at_max_age",
                        "authorization_max_lifetime",
                        "allowed_integration_types",
                        "accessible_for_all",
                        "requires_user_consent",
                        "requires_user_authentication",
                        "requires_pseudonymous_tokens",
                        "protected",
                        "supports_european_businesses",
                        "active",
                        "owner_orgno",
                        "created",
                        "last_updated");
        assertThat(scope.path("name").asString()).isEqualTo(AdministrationCalls.SCOPE);
        assertThat(scope.path("owner_orgno").asString()).isEqualTo("974761076");
        assertThat(as(server.get(ONE)).send().json()).isEqualTo(scope);
    }

    @Test
    void keeps_every_attribute_that_can_be_written() {
        var reply = as(server.post("/samarbeid/scopes")).json("""
                {"prefix": "skatteetaten", "subscope": "a/b.read", "description": "Norsk", "description#en": "English",
                 "description#nn": "Nynorsk", "long_description": "Lang", "long_description#en": "Long",
                 "visibility": "PRIVATE", "token_type": "SELF_CONTAINED", "at_max_age": 600,
                 "authorization_max_lifetime": 700, "allowed_integration_types": [], "accessible_for_all": true,
                 "requires_user_consent": true, "protected": true, "supports_european_businesses": true}
                """).send();
        assertThat(reply.status()).isEqualTo(200);
        var read = as(server.get(SCOPES + "?scope=skatteetaten%3Aa%2Fb.read"))
                .send()
                .json();
        assertThat(read.path("description#en").asString()).isEqualTo("English");
        assertThat(read.path("description#nn").asString()).isEqualTo("Nynorsk");
        assertThat(read.path("long_description").asString()).isEqualTo("Lang");
        assertThat(read.path("long_description#en").asString()).isEqualTo("Long");
        assertThat(read.path("visibility").asString()).isEqualTo("PRIVATE");
        assertThat(read.path("authorization_max_lifetime").asInt()).isEqualTo(700);
        assertThat(read.path("accessible_for_all").asBoolean()).isTrue();
        assertThat(read.path("protected").asBoolean()).isTrue();
    }

    @Test
    void refuses_a_scope_that_exists_also_when_it_is_deactivated() {
        created();
        var body = AdministrationCalls.scope("skatteetaten", "kravogbetalinger");
        refused(409, "exists already", () -> as(server.post(SCOPES)).json(body));
        as(server.call("DELETE", ONE)).send();
        refused(409, "exists already", () -> as(server.post(SCOPES)).json(body));
    }

    @Test
    void refuses_a_prefix_that_is_anothers_or_nobodys() {
        for (var prefix : List.of("altinn", "idporten", "nobodys")) {
            refused(
                    403,
                    "does not belong to your organisation",
                    () -> as(server.post(SCOPES)).json(AdministrationCalls.scope(prefix, "everything")));
        }
    }

    @Test
    void reports_every_fault_at_once_with_its_place() {
        var reply = as(server.post(SCOPES)).json("""
                {"prefix": "Store Bokstaver", "description": 7, "visibility": "SECRET", "at_max_age": "long",
                 "allowed_integration_types": ["maskinporten", 3], "accessible_for_all": "yes", "active": false}
                """).send();
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("errors").findValuesAsString("fieldIdentifier"))
                .contains(
                        "prefix",
                        "subscope",
                        "description",
                        "visibility",
                        "at_max_age",
                        "allowed_integration_types[1]",
                        "accessible_for_all",
                        "active");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"description\": \"\"|description",
                "\"at_max_age\": 100000|at_max_age",
                "\"at_max_age\": -1|at_max_age",
                "\"at_max_age\": 1e400|at_max_age",
                "\"token_type\": \"OPAQUE\"|token_type",
                "\"visibility\": \"INTERNAL\"|visibility",
                "\"allowed_integration_types\": [\"x\"]|allowed_integration_types",
                "\"delegation_source\": \"https://www.altinn.no/\"|delegation_source"
            })
    void refuses_a_value_that_is_not_allowed(String member, String field) {
        var name = member.substring(0, member.indexOf(':'));
        var body = AdministrationCalls.scope("skatteetaten", "x")
                .replaceAll(name + ": (\"[^\"]*\"|\\[[^\\]]*]|\\d+),?", "")
                .replaceFirst("\\{", "{" + member + ", ")
                .replaceAll(",\\s*}", "}");
        refused(400, field + ": ", () -> as(server.post(SCOPES)).json(body));
    }

    @Test
    void refuses_what_is_not_json_as_we_accept_it() {
        refused(400, "not well-formed", () -> as(server.post(SCOPES)).json("{\"prefix\": "));
        refused(400, "body is empty", () -> as(server.post(SCOPES)).json(""));
        refused(400, "expected an object", () -> as(server.post(SCOPES)).json("[]"));
        refused(400, "same member twice", () -> as(server.post(SCOPES)).json("{\"prefix\": \"a\", \"prefix\": \"b\"}"));
        refused(
                400,
                "nested deeper",
                () -> as(server.post(SCOPES)).json("{\"a\": ".repeat(5_000) + "1" + "}".repeat(5_000)));
        refused(413, "larger than", () -> as(server.post(SCOPES)).json(" ".repeat(300_000) + "{}"));
        refused(
                415,
                "content type",
                () -> as(server.post(SCOPES))
                        .body("text/plain", AdministrationCalls.scope("skatteetaten", "kravogbetalinger")));
    }

    @Test
    void updates_everything_but_the_name() {
        var scope = created();
        server.clock().advance(java.time.Duration.ofMinutes(1));
        scope.put("description", "Endret").put("at_max_age", 300);
        var reply = as(server.call("PUT", ONE)).json(scope.toString()).send();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("description").asString()).isEqualTo("Endret");
        assertThat(reply.json().path("created")).isEqualTo(scope.path("created"));
        assertThat(reply.json().path("last_updated")).isNotEqualTo(scope.path("last_updated"));
        assertThat(as(server.get(ONE)).send().json()).isEqualTo(reply.json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "prefix", "subscope", "owner_orgno"})
    void refuses_to_change_what_never_changes(String member) {
        var scope = created().put(member, "another");
        refused(
                400,
                member + ": cannot be changed",
                () -> as(server.call("PUT", ONE)).json(scope.toString()));
    }

    @Test
    void deactivates_and_reactivates_a_scope() {
        created();
        assertThat(as(server.call("DELETE", ONE)).send().json().path("active").asBoolean())
                .isFalse();
        assertThat(as(server.get(SCOPES)).send().json()).isEmpty();
        assertThat(as(server.get(SCOPES + "?inactive=true")).send().json()).hasSize(1);
        assertThat(server.get(SCOPES + "/all").send().text()).doesNotContain(AdministrationCalls.SCOPE);
        var body = ((ObjectNode) Json.read(AdministrationCalls.scope("skatteetaten", "kravogbetalinger")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .put("active", true);
        assertThat(as(server.call("PUT", ONE))
                        .json(body.toString())
                        .send()
                        .json()
                        .path("active")
                        .asBoolean())
                .isTrue();
        assertThat(as(server.get(SCOPES)).send().json()).hasSize(1);
    }

    @Test
    void the_list_of_public_scopes_is_open_and_can_be_filtered() {
        created();
        var all = server.get(SCOPES + "/all").send();
        assertThat(all.status()).isEqualTo(200);
        assertThat(all.json().findValuesAsString("name")).contains(AdministrationCalls.SCOPE);
        assertThat(all.json().findValuesAsString("visibility")).containsOnly("PUBLIC");
        assertThat(server.get(SCOPES + "/all?accessible_for_all=true").send().text())
                .doesNotContain(AdministrationCalls.SCOPE);
    }

    @Test
    void others_neither_see_nor_touch_a_scope() {
        var scope = "altinn:authentication/systemregister.write";
        var one = SCOPES + AdministrationCalls.query(scope);
        refused(403, "does not belong", () -> as(server.get(one)));
        refused(403, "does not belong", () -> as(server.call("DELETE", one)));
        refused(
                403,
                "does not belong",
                () -> as(server.call("PUT", one)).json("{\"description\": \"x\", \"visibility\": \"PUBLIC\"}"));
    }

    @Test
    void there_is_nothing_at_an_unknown_scope_of_ones_own() {
        var unknown = SCOPES + AdministrationCalls.query("skatteetaten:unknown");
        refused(404, "there is no scope", () -> as(server.get(unknown)));
        refused(404, "there is no scope", () -> as(server.call("DELETE", unknown)));
    }

    @Test
    void the_scope_must_be_named_once_and_be_one() {
        refused(400, "scope: is required", () -> as(server.call("DELETE", SCOPES)));
        refused(400, "scope: is required", () -> as(server.call("DELETE", ONE + "&scope=a:b")));
        refused(400, "not a valid scope", () -> as(server.get(SCOPES + "?scope=without-a-colon")));
    }

    @Test
    void offers_the_installation_as_a_source_of_delegations() {
        var sources =
                as(server.get(AdministrationCalls.BASE + "/delegationsources")).send();
        assertThat(sources.status()).isEqualTo(200);
        assertThat(sources.json()).singleElement().satisfies(source -> {
            assertThat(source.propertyNames()).containsExactly("name", "issuer", "created", "last_updated");
            assertThat(source.path("name").asString()).isEqualTo("altinn");
            assertThat(source.path("issuer").asString()).isEqualTo(ServerUnderTest.BASE + "/");
            assertThat(Instant.parse(source.path("created").asString()))
                    .isEqualTo(server.clock().instant());
        });
        assertThat(server.get(AdministrationCalls.BASE + "/delegationsources")
                        .send()
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_call_without_the_scope_for_it_is_refused_before_the_body_is_read() {
        var before = calls.state();
        for (var method : List.of("GET", "POST", "PUT", "DELETE")) {
            assertThat(server.call(method, ONE).json("{").send().status()).isEqualTo(401);
            assertThat(server.call(method, ONE).token("x.y.z").json("{").send().status())
                    .isEqualTo(401);
            var wrongScope = server.call(method, ONE)
                    .token(server.token(ServerUnderTest.SKATTEETATEN, "idporten:dcr.write"))
                    .json("{")
                    .send();
            assertThat(wrongScope.status()).isEqualTo(403);
            assertThat(wrongScope.header("WWW-Authenticate")).contains("insufficient_scope", "idporten:scopes.write");
        }
        assertThat(calls.state()).isEqualTo(before);
    }

    @Test
    void refuses_another_method() {
        var reply = as(server.call("PATCH", SCOPES)).send();
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).isEqualTo("DELETE, GET, POST, PUT");
        assertThat(as(server.call("HEAD", SCOPES)).send().status()).isEqualTo(200);
    }
}
