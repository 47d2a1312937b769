package no.klarert.server;

import static no.klarert.server.RegistryCalls.ADMIN;
import static no.klarert.server.RegistryCalls.BASE;
import static no.klarert.server.RegistryCalls.NORDLYS;
import static no.klarert.server.RegistryCalls.SKATTEETATEN;
import static no.klarert.server.RegistryCalls.WRITE;
import static no.klarert.server.RegistryCalls.resource;
import static no.klarert.server.RegistryCalls.resourceWithScope;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Resources over HTTP (resource registry §4). */
class ResourceRoutesTest {
    private static final String ID = "ske-krav";
    private static final AtomicInteger TESTS = new AtomicInteger();

    @TempDir
    private static Path directory;

    private static ServerUnderTest server;

    private final String id = ID + "-" + TESTS.incrementAndGet();
    private String token = "";

    @BeforeAll
    static void start() {
        server = ServerUnderTest.start(directory);
    }

    @BeforeEach
    void logIn() {
        token = server.token(ServerUnderTest.SKATTEETATEN, WRITE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private TestCall.Reply create(String body) {
        return server.post(BASE).token(token).json(body).send();
    }

    private TestCall.Reply replace(String path, String body) {
        return server.call("PUT", BASE + "/" + path).token(token).json(body).send();
    }

    private JsonNode stored() {
        return server.get(BASE + "/" + id).send().json();
    }

    private void assertNothingStored() {
        assertThat(server.get(BASE + "/" + id).send().status()).isEqualTo(404);
    }

    // Creating

    @Test
    void stores_a_resource_and_gives_it_back_to_anyone() {
        var created = create(resourceWithScope(id, SKATTEETATEN, "skatteetaten:kravogbetalinger"));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo(BASE + "/" + id);
        assertThat(created.text()).isEmpty();
        var read = stored();
        assertThat(read.path("identifier").asString()).isEqualTo(id);
        assertThat(read.path("versionId").isIntegralNumber()).isTrue();
        assertThat(read.path("delegable").asBoolean()).isTrue();
        assertThat(read.path("accessListMode").asString()).isEqualTo("Disabled");
        assertThat(read.path("resourceReferences").path(0).path("reference").asString())
                .isEqualTo("skatteetaten:kravogbetalinger");
        assertThat(read.has("homepage")).isFalse();
        assertThat(read.has("authorizationReference")).isFalse();
    }

    @Test
    void takes_names_in_any_case_numbers_for_enumerations_and_ignores_what_it_does_not_know() {
        var body = resource(id, SKATTEETATEN)
                .replace("\"identifier\"", "\"Identifier\"")
                .replace("\"GenericAccessResource\"", "16, \"accessListMode\": 1, \"validFrom\": {\"a\": []}")
                .replace("\"status\"", "\"availableForType\": [\"company\", 0], \"versionId\": 7, \"status\"");
        assertThat(create(body).status()).isEqualTo(201);
        var read = stored();
        assertThat(read.path("resourceType").asString()).isEqualTo("GenericAccessResource");
        assertThat(read.path("accessListMode").asString()).isEqualTo("Enabled");
        assertThat(read.path("availableForType").toString()).isEqualTo("[\"Company\",\"PrivatePerson\"]");
        assertThat(read.has("validFrom")).isFalse();
    }

    @Test
    void keeps_every_member_of_a_consent_resource() {
        var body = resource(id, SKATTEETATEN).replace("\"GenericAccessResource\"", """
                "Consent", "consentTemplate": "default", "consentText": {"nb": "Til {mottaker}"},
                "consentMetadata": {"mottaker": {"optional": false}, "aar": {"optional": true}},
                "isOneTimeConsent": true, "spatial": ["NO"], "produces": ["a"], "isPartOf": "b",
                "thematicAreas": ["c"], "homepage": "https://example.no", "version": "2"\
                """);
        assertThat(create(body).status()).isEqualTo(201);
        var read = stored();
        assertThat(read.path("consentMetadata").toString())
                .isEqualTo("{\"mottaker\":{\"optional\":false},\"aar\":{\"optional\":true}}");
        assertThat(read.path("isOneTimeConsent").asBoolean()).isTrue();
        assertThat(read.path("spatial").toString()).isEqualTo("[\"NO\"]");
        assertThat(read.path("version").asString()).isEqualTo("2");
    }

    @Test
    void refuses_a_second_resource_of_the_same_id() {
        create(resource(id, SKATTEETATEN));
        var again = create(resource(id, SKATTEETATEN).replace("Claims", "Other"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text()).isEqualTo("The Resource already exist: " + id);
        assertThat(stored().path("title").path("en").asString()).isEqualTo("Claims");
    }

    @Test
    void lets_one_of_many_at_once_create_an_id() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> attempt = () -> create(resource(id, SKATTEETATEN)).status();
            var statuses = threads.invokeAll(java.util.Collections.nCopies(12, attempt)).stream()
                    .map(each -> each.resultNow())
                    .toList();
            assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
            assertThat(statuses).filteredOn(status -> status == 409).hasSize(11);
        }
    }

    @Test
    void refuses_a_call_without_a_token() {
        var reply = server.post(BASE).json(resource(id, SKATTEETATEN)).send();
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.text()).isEmpty();
        assertNothingStored();
    }

    @Test
    void refuses_a_token_without_the_scope() {
        token = server.token(ServerUnderTest.SKATTEETATEN, "altinn:authorization/authorize");
        assertThat(create(resource(id, SKATTEETATEN)).status()).isEqualTo(403);
        assertNothingStored();
    }

    @Test
    void refuses_a_resource_of_another_organisation() {
        var reply = create(resource(id, NORDLYS));
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.text()).isEmpty();
        assertNothingStored();
    }

    @Test
    void lets_an_administrator_create_a_resource_of_another_organisation_with_its_scopes() {
        token = TestGrants.token(server, ServerUnderTest.NORDLYS, ADMIN);
        var body = resourceWithScope(id, SKATTEETATEN, "skatteetaten:kravogbetalinger");
        assertThat(create(body).status()).isEqualTo(201);
    }

    @Test
    void refuses_a_reference_to_a_scope_under_anothers_prefix() {
        var reply = create(resourceWithScope(id, SKATTEETATEN, "altinn:everything"));
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.json().path("title").asString()).isEqualTo("Unauthorized");
        assertThat(reply.json().path("detail").asString())
                .isEqualTo("Not authorized for creating resource with the listed scopes");
        assertThat(reply.json().path("errors").path("InvalidPrefix").toString()).isEqualTo("[\"altinn:everything\"]");
        assertNothingStored();
    }

    @ParameterizedTest
    @ValueSource(strings = {"skatteetaten", "skatteetatenx:krav", "SKATTEETATEN:krav"})
    void refuses_a_scope_that_only_resembles_ones_own(String scope) {
        assertThat(create(resourceWithScope(id, SKATTEETATEN, scope)).status()).isEqualTo(401);
        assertNothingStored();
    }

    // Shape

    @Test
    void names_every_missing_member_and_nothing_else() {
        var reply = create(
                "{\"identifier\": \"" + id + "\", \"hasCompetentAuthority\": {\"organization\": \"974761076\"}}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.json().path("title").asString()).isEqualTo("One or more validation errors occurred.");
        assertThat(reply.json().path("errors").propertyNames())
                .containsExactlyInAnyOrder("Title", "Description", "ContactPoints");
        assertNothingStored();
    }

    @Test
    void reports_every_broken_rule_with_the_messages_clients_know() {
        var body = resource(id, SKATTEETATEN)
                .replace("\"" + id + "\"", "\"se_A\"")
                .replace("\"en\": \"Claims\"", "\"en\": \" \"")
                .replace("\"GenericAccessResource\"", "\"Default\"");
        var errors = create(body).json().path("errors");
        assertThat(errors.path("Identifier").toString())
                .isEqualTo("[\"Invalid prefix. Only to be used for Altinn 2 services\","
                        + "\"Invalid id. Only a-z and 0-9 is allowed together with _ and -.  Minimum 4 characters\"]");
        assertThat(errors.path("ResourceType").path(0).asString()).isEqualTo("ResourceType needs to be set");
        assertThat(errors.path("Title").path(0).asString()).isEqualTo("Missing title in english en");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"GenericAccessResource\"|\"Anything\"|ResourceType",
                "\"GenericAccessResource\"|3|ResourceType",
                "\"resourceReferences\": []|\"resourceReferences\": {}|ResourceReferences",
                "\"resourceReferences\": []|\"resourceReferences\": [{\"referenceType\": \"x\"}]|ResourceReferences.0.referenceType",
                "\"status\": \"Active\"|\"status\": 1|Status",
                "\"status\": \"Active\"|\"visible\": \"yes\"|Visible",
                "\"status\": \"Active\"|\"availableForType\": [\"Dog\"]|AvailableForType.0",
                "\"status\": \"Active\"|\"consentMetadata\": {\"a\": 1}|ConsentMetadata.a",
                "{\"nb\": \"Krav\", \"nn\": \"Krav\", \"en\": \"Claims\"}|\"Krav\"|Title",
                "{\"nb\": \"Etat\"}|[]|HasCompetentAuthority.name"
            })
    void says_which_member_has_the_wrong_type(String from, String to, String place) {
        var reply = create(resource(id, SKATTEETATEN).replace(from, to));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("errors").propertyNames()).containsExactly(place);
        assertNothingStored();
    }

    static List<String> hostileBodies() {
        return List.of(
                "",
                "[]",
                "null",
                "{\"identifier\": ",
                resource(ID, SKATTEETATEN) + "{}",
                "{\"identifier\": \"ske-krav\", \"identifier\": \"ske-krav\"}",
                "[".repeat(100_000),
                "{\"a\":".repeat(70) + "1" + "}".repeat(70),
                resource(ID, SKATTEETATEN).replace("Claims", "\\u0000"),
                resource(ID, SKATTEETATEN).replace("Claims", "\\ud800"),
                resource(ID, SKATTEETATEN).replace("Active", "\\udc00 "),
                resource(ID, SKATTEETATEN).replace("\"GenericAccessResource\"", "9".repeat(5_000)));
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.MethodSource("hostileBodies")
    void refuses_what_is_not_json_as_it_accepts_it(String body) {
        var reply = create(body.replace(ID, id));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("errors").isObject()).isTrue();
        assertNothingStored();
    }

    @Test
    void refuses_a_body_that_is_too_large() {
        var reply = create(resource(id, SKATTEETATEN).replace("Claims", "x".repeat(600_000)));
        assertThat(reply.status()).isEqualTo(413);
        assertNothingStored();
    }

    // Replacing

    @Test
    void replaces_a_resource_and_keeps_former_versions_readable() {
        create(resource(id, SKATTEETATEN));
        long first = stored().path("versionId").asLong();
        var replaced = replace(id, resource(id, SKATTEETATEN).replace("Claims", "Debts"));
        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.text()).isEmpty();
        assertThat(stored().path("title").path("en").asString()).isEqualTo("Debts");
        assertThat(stored().path("versionId").asLong()).isGreaterThan(first);
        var former = server.get(BASE + "/" + id + "?versionId=" + first).send().json();
        assertThat(former.path("title").path("en").asString()).isEqualTo("Claims");
    }

    @Test
    void finds_no_version_of_another_resource() {
        create(resource(id, SKATTEETATEN));
        create(resource(id + "b", SKATTEETATEN));
        long other = server.get(BASE + "/" + id + "b")
                .send()
                .json()
                .path("versionId")
                .asLong();
        assertThat(server.get(BASE + "/" + id + "?versionId=" + other).send().status())
                .isEqualTo(404);
    }

    @Test
    void refuses_to_replace_what_does_not_exist_before_it_looks_at_the_body() {
        assertThat(replace(id, "{").status()).isEqualTo(404);
        assertThat(replace("Ikke.En.Id", "{").status()).isEqualTo(404);
    }

    @Test
    void refuses_a_body_about_another_resource() {
        create(resource(id, SKATTEETATEN));
        var reply = replace(id, resource(id + "b", SKATTEETATEN));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).isEqualTo("Id in path does not match ID in resource");
    }

    @Test
    void refuses_to_take_over_or_give_away_a_resource() {
        create(resource(id, SKATTEETATEN));
        assertThat(replace(id, resource(id, NORDLYS)).status()).isEqualTo(403);
        token = TestGrants.token(server, ServerUnderTest.NORDLYS, WRITE);
        assertThat(replace(id, resource(id, NORDLYS)).status()).isEqualTo(403);
        assertThat(replace(id, resource(id, SKATTEETATEN)).status()).isEqualTo(403);
        assertThat(stored().path("hasCompetentAuthority").path("organization").asString())
                .isEqualTo(SKATTEETATEN);
    }

    @Test
    void refuses_to_replace_without_token_scope_or_own_scopes() {
        create(resource(id, SKATTEETATEN));
        var body = resource(id, SKATTEETATEN).replace("Claims", "Debts");
        assertThat(server.call("PUT", BASE + "/" + id).json(body).send().status())
                .isEqualTo(401);
        assertThat(replace(id, resourceWithScope(id, SKATTEETATEN, "altinn:all"))
                        .status())
                .isEqualTo(401);
        assertThat(replace(id, body.replace("\"nb\": \"Les\"", "\"nb\": \"\"")).status())
                .isEqualTo(400);
        token = server.token(ServerUnderTest.SKATTEETATEN, "altinn:authorization/authorize");
        assertThat(replace(id, body).status()).isEqualTo(403);
        assertThat(stored().path("title").path("en").asString()).isEqualTo("Claims");
    }

    // Reading

    @ParameterizedTest
    @ValueSource(strings = {"ukjent-ressurs", "SKE-KRAV-1", "a", "..%2f..%2fetc"})
    void answers_an_unknown_id_with_404(String unknown) {
        create(resource(id, SKATTEETATEN));
        var reply = server.get(BASE + "/" + unknown).send();
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.text()).isEmpty();
    }

    @Test
    void refuses_a_version_that_is_no_number() {
        create(resource(id, SKATTEETATEN));
        var reply = server.get(BASE + "/" + id + "?versionId=first").send();
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("errors").propertyNames()).containsExactly("versionId");
    }

    @Test
    void lists_every_resource_with_how_policies_refer_to_it() {
        create(resource(id, SKATTEETATEN));
        var list = server.get(BASE + "/ResourceList/").send().json();
        assertThat(list.valueStream().map(each -> each.path("identifier").asString()))
                .contains(
                        "altinn_access_management", "altinn_client_administration", "altinn_system_user_overview", id);
        assertThat(list.valueStream()
                        .map(each -> each.path("authorizationReference").toString()))
                .contains("[{\"id\":\"urn:altinn:resource\",\"value\":\"" + id + "\"}]");
    }

    @Test
    void refuses_a_switch_that_is_neither_on_nor_off() {
        assertThat(server.get(BASE + "/resourcelist?includeApps=maybe").send().status())
                .isEqualTo(400);
        assertThat(server.get(BASE + "/resourcelist?includeApps=FALSE").send().status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Id=KRAV",
                "description=payments",
                "Keyword=skatte",
                "reference=kravogbet",
                "orgcode=skd",
                "OrganizationId=974761076&ResourceType=genericaccessresource",
                "Title=ignored&Id=ske"
            })
    void finds_resources_by_what_they_say(String query) {
        create(resourceWithScope(id, SKATTEETATEN, "skatteetaten:kravogbetalinger"));
        var found = server.get(BASE + "/Search?" + query).send().json();
        assertThat(found.valueStream().map(each -> each.path("identifier").asString()))
                .contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Id=annet", "orgcode=SK", "OrganizationId=312880008", "ResourceType=Consent"})
    void does_not_find_what_differs_in_one_thing(String query) {
        create(resource(id, SKATTEETATEN));
        var found = server.get(BASE + "/search?" + query).send().json();
        assertThat(found.valueStream().map(each -> each.path("identifier").asString()))
                .doesNotContain(id);
    }

    @Test
    void refuses_to_search_for_an_unknown_type() {
        assertThat(server.get(BASE + "/search?ResourceType=Anything").send().status())
                .isEqualTo(400);
    }

    // Methods

    @Test
    void answers_head_like_get_without_a_body() {
        create(resource(id, SKATTEETATEN));
        var reply = server.call("HEAD", BASE + "/" + id).send();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isEmpty();
    }

    @Test
    void refuses_methods_that_are_not_offered() {
        create(resource(id, SKATTEETATEN));
        var reply = server.call("DELETE", BASE + "/" + id).token(token).send();
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).isEqualTo("GET, PUT");
        assertThat(server.get(BASE).send().status()).isEqualTo(405);
        assertThat(stored().path("identifier").asString()).isEqualTo(id);
    }

    // Built-in resources

    @Test
    void has_the_built_in_resources_once_however_often_it_is_installed() {
        long version = version("altinn_access_management");
        server.wiring().install();
        assertThat(version("altinn_access_management")).isEqualTo(version);
        var rights =
                server.get(BASE + "/altinn_access_management/policy/rights").send();
        assertThat(rights.status()).isEqualTo(200);
        assertThat(rights.json().isEmpty()).isFalse();
    }

    private static long version(String builtIn) {
        var resource = server.get(BASE + "/" + builtIn).send().json();
        assertThat(resource.path("resourceType").asString()).isEqualTo("Systemresource");
        assertThat(resource.path("delegable").asBoolean()).isFalse();
        return resource.path("versionId").asLong();
    }

    @Test
    void refuses_to_give_a_provider_a_built_in_resource() {
        assertThat(create(resource("altinn_access_management", SKATTEETATEN)).status())
                .isEqualTo(409);
        assertThat(replace("altinn_access_management", resource("altinn_access_management", SKATTEETATEN))
                        .status())
                .isEqualTo(403);
    }
}
