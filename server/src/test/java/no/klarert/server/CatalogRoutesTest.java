package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The catalogue over HTTP (access packages and roles §5). */
class CatalogRoutesTest {
    private static final String META = "/accessmanagement/api/v1/meta";
    private static final String INFO = META + "/info/";
    private static final String PACKAGES = INFO + "accesspackages/";
    private static final String UNKNOWN = "00000000-0000-0000-0000-000000000001";

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

    private static TestCall.Reply get(String path) {
        return server.get(path).send();
    }

    private static JsonNode json(String path) {
        var reply = get(path);
        assertThat(reply.status()).isEqualTo(200);
        return reply.json();
    }

    private static JsonNode jordbruk() {
        return json(PACKAGES + "package/urn/urn%3Aaltinn%3Aaccesspackage%3Ajordbruk");
    }

    @Test
    void exports_every_group_area_and_package() {
        var groups = json(PACKAGES + "export");
        assertThat(groups.size()).isEqualTo(5);
        var packages = groups.valueStream()
                .flatMap(group -> group.path("areas").valueStream())
                .flatMap(area -> area.path("packages").valueStream())
                .toList();
        assertThat(packages).hasSize(223);
        assertThat(packages).allMatch(each -> each.path("resources").isNull());
    }

    @Test
    void shows_a_package_with_its_area_and_kind_of_party() {
        var jordbruk = jordbruk();
        assertThat(jordbruk.path("urn").asString()).isEqualTo("urn:altinn:accesspackage:jordbruk");
        assertThat(jordbruk.path("name").asString()).isEqualTo("Jordbruk");
        assertThat(jordbruk.path("isDelegable").asBoolean()).isTrue();
        assertThat(jordbruk.path("isAssignable").asBoolean()).isTrue();
        assertThat(jordbruk.path("isResourcePolicyAvailable").asBoolean()).isTrue();
        assertThat(jordbruk.path("type").path("id").asString()).isEqualTo("8c216e2f-afdd-4234-9ba2-691c727bb33d");
        assertThat(jordbruk.path("area").path("urn").asString())
                .isEqualTo("accesspackage:area:jordbruk_skogbruk_jakt_fiske_og_akvakultur");
        assertThat(json(PACKAGES + "package/" + jordbruk.path("id").asString())).isEqualTo(jordbruk);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JORDBRUK", ":jordbruk", "accesspackage:jordbruk", "URN:ALTINN:ACCESSPACKAGE:JORDBRUK"})
    void finds_a_package_by_the_end_of_its_urn(String end) {
        assertThat(json(PACKAGES + "package/urn/" + end)).isEqualTo(jordbruk());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bruk", "urn:jordbruk", "ukjent", "%E2%98%83", ":"})
    void finds_no_package_by_part_of_a_name(String end) {
        assertThat(get(PACKAGES + "package/urn/" + end).status()).isEqualTo(404);
    }

    @Test
    void shows_groups_and_areas_sorted_by_name() {
        var groups = json(PACKAGES + "group/");
        assertThat(groups.valueStream().map(each -> each.path("name").asString()))
                .isSorted();
        var group = groups.path(0);
        var path = PACKAGES + "group/" + group.path("id").asString();
        assertThat(json(path)).isEqualTo(group);
        var areas = json(path + "/areas");
        assertThat(areas.valueStream().map(each -> each.path("name").asString()))
                .isSorted();
        var area = PACKAGES + "area/" + areas.path(0).path("id").asString();
        assertThat(json(area).path("group").isNull()).isTrue();
        assertThat(json(area + "/packages").path(0).path("area")).isEqualTo(json(area));
    }

    @Test
    void answers_an_area_without_packages_with_no_content() {
        var empty = json(PACKAGES + "export")
                .valueStream()
                .flatMap(group -> group.path("areas").valueStream())
                .filter(area -> area.path("packages").isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(get(PACKAGES + "area/" + empty.path("id").asString() + "/packages")
                        .status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"group/%s", "group/%s/areas", "area/%s", "area/%s/packages", "package/%s"})
    void answers_unknown_ids_with_404_and_malformed_ones_with_400(String path) {
        assertThat(get(PACKAGES + path.formatted(UNKNOWN)).status()).isEqualTo(404);
        var malformed = get(PACKAGES + path.formatted("nothing"));
        assertThat(malformed.status()).isEqualTo(400);
        assertThat(malformed.json().path("errors").propertyNames()).containsExactly("id");
    }

    @ParameterizedTest
    @CsvSource({
        "en, Agriculture",
        "eng;q=0.5, Agriculture",
        "'sv, en-GB, nb', Agriculture",
        "nob, Jordbruk",
        "sv, Jordbruk"
    })
    void answers_in_the_first_language_it_has(String wanted, String name) {
        var reply = server.get(PACKAGES + "package/urn/jordbruk")
                .header("Accept-Language", wanted)
                .send();
        assertThat(reply.json().path("name").asString()).isEqualTo(name);
    }

    @Test
    void keeps_an_element_that_is_not_wholly_translated_in_bokmal_when_asked() {
        var id = "7e2a3af8-08cb-43a9-bdd7-7d5c7e377145";
        var call = server.get(PACKAGES + "group/" + id).header("Accept-Language", "en");
        assertThat(call.send().json().path("name").asString()).isEqualTo("General");
        var whole = call.header("X-Accept-Partial-Translation", "false").send().json();
        assertThat(whole.path("name").asString()).isEqualTo("Allment");
    }

    // Search

    @Test
    void finds_packages_best_match_first() {
        var hits = json(PACKAGES + "search?term=jordbruk");
        assertThat(hits.path(0).path("object").path("urn").asString()).isEqualTo("urn:altinn:accesspackage:jordbruk");
        assertThat(hits.path(0).path("score").asDouble()).isGreaterThanOrEqualTo(150.0);
        assertThat(hits.path(0).path("fields").path(0).path("field").asString()).isEqualTo("name");
        assertThat(hits.valueStream().map(hit -> -hit.path("score").asDouble())).isSorted();
    }

    @Test
    void finds_everything_without_a_term_and_nothing_for_an_unknown_word() {
        assertThat(json(PACKAGES + "search?term=%20").size()).isEqualTo(223);
        assertThat(json(PACKAGES + "search?typeName=person").size()).isEqualTo(76);
        assertThat(get(PACKAGES + "search?term=xyzzy").status()).isEqualTo(204);
    }

    @Test
    void finds_only_what_has_every_word_when_strict() {
        int any = json(PACKAGES + "search?term=jordbruk%20xyzzy").size();
        assertThat(any).isPositive();
        assertThat(get(PACKAGES + "search?term=jordbruk%20xyzzy&strict=true").status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "typeName=dog",
                "searchInResources=true",
                "simpleSearch=false",
                "resourceProviderCode=skd",
                "strict=2"
            })
    void refuses_searches_it_cannot_make(String query) {
        assertThat(get(PACKAGES + "search?" + query).status()).isEqualTo(400);
    }

    // Roles

    @Test
    void shows_every_role() {
        var roles = json(INFO + "roles");
        assertThat(roles.size()).isEqualTo(148);
        var manager = roles.valueStream()
                .filter(role -> role.path("code").asString().equals("daglig-leder"))
                .findFirst()
                .orElseThrow();
        assertThat(manager.path("legacyUrn").asString()).isEqualTo("urn:altinn:rolecode:dagl");
        assertThat(manager.path("urn").asString()).isEqualTo("urn:altinn:external-role:ccr:daglig-leder");
        assertThat(manager.path("isKeyRole").asBoolean()).isTrue();
        assertThat(manager.path("provider").path("code").asString()).isEqualTo("sys-ccr");
        var one = json(INFO + "roles/" + manager.path("id").asString());
        assertThat(one.size()).isEqualTo(1);
        assertThat(one.path(0)).isEqualTo(manager);
        assertThat(json(INFO + "roles/" + UNKNOWN).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "dagl, AS, 133",
        "Daglig-Leder, as, 133",
        "hovedadministrator, AS, 134",
        "hovedadministrator, NUF, 135",
        "revi, AS, 2",
        "styremedlem, AS, 0"
    })
    void shows_the_packages_of_a_role(String role, String variant, int count) {
        assertThat(json(INFO + "roles/packages?role=" + role + "&variant=" + variant)
                        .size())
                .isEqualTo(count);
    }

    @Test
    void names_the_role_or_form_of_organisation_it_does_not_know() {
        var role = get(INFO + "roles/packages?role=sjef&variant=AS");
        assertThat(role.status()).isEqualTo(404);
        assertThat(role.text()).isEqualTo("Role 'sjef' not found");
        assertThat(get(INFO + "roles/packages?role=dagl&variant=XX").text()).isEqualTo("Variant 'XX' not found");
        assertThat(get(INFO + "roles/packages?role=dagl").status()).isEqualTo(400);
        assertThat(get(INFO + "roles/" + UNKNOWN + "/packages?variant=AS").status())
                .isEqualTo(404);
    }

    @Test
    void shows_the_forms_of_organisations() {
        var forms = json(META + "/types/organization/subtypes");
        assertThat(forms.size()).isEqualTo(50);
        assertThat(forms.valueStream().map(each -> each.path("name").asString()))
                .contains("AS", "NUF", "BEDR");
    }

    @Test
    void offers_no_other_method() {
        assertThat(server.post(INFO + "roles").json("{}").send().status()).isEqualTo(405);
        assertThat(server.call("HEAD", INFO + "roles").send().status()).isEqualTo(200);
    }
}
