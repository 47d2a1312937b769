package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import no.klarert.access.Party;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.PartyUuid;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Look-ups of parties over HTTP (access packages and roles §7.1). */
class PartyRoutesTest {
    private static final String REGISTER = "/register/api/v1/";
    private static final String PARTIES = REGISTER + "parties/";
    private static final String SCOPE = "altinn:register/partylookup.admin";
    private static final String PORTAL = "altinn:portal/enduser";
    private static final String BAKERY = "313371735";
    private static final int BAKERY_ID = 51000011;
    private static final String BAKERY_UUID = "3f0d3f6e-6b1c-4f2b-8d0e-100000000011";
    private static final String INGRID = "12857410260";
    private static final int INGRID_USER = 20000021;
    private static final int INGRID_ID = 50000021;
    private static final String UNKNOWN_UUID = "3f0d3f6e-6b1c-4f2b-8d0e-999999999999";

    @TempDir
    private static Path directory;

    private static ServerUnderTest server;
    private static String token = "";

    @BeforeAll
    static void start() {
        server = ServerUnderTest.start(directory);
        token = TestGrants.token(server, ServerUnderTest.SKATTEETATEN, SCOPE);
        var shop = new Party.Organization(
                new PartyId(51000099),
                PartyUuid.parse("3f0d3f6e-6b1c-4f2b-8d0e-100000000099"),
                "Bryggen Bakeri avd. torget",
                new OrgNumber("312345676"),
                "BEDR",
                Optional.of(new PartyId(BAKERY_ID)));
        var stores = server.wiring().stores();
        stores.transactions().run(tx -> {
            stores.parties().save(tx, shop);
            return shop;
        });
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static TestCall.Reply get(String path) {
        return server.get(path).token(token).send();
    }

    private static TestCall.Reply post(String path, String body) {
        return server.post(path).token(token).json(body).send();
    }

    private static void assertInvalid(TestCall.Reply reply, String code, String... paths) {
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("code").asString()).isEqualTo("STD-00000");
        var first = reply.json().path("validationErrors").path(0);
        assertThat(first.path("code").asString()).isEqualTo(code);
        assertThat(first.path("paths").valueStream().map(each -> each.asString()))
                .containsExactly(paths);
    }

    // One party

    @Test
    void finds_an_organisation_by_number() {
        var party = post(PARTIES + "lookup", "{\"orgNo\": \"" + BAKERY + "\"}").json();
        assertThat(party.path("partyId").asInt()).isEqualTo(BAKERY_ID);
        assertThat(party.path("partyUuid").asString()).isEqualTo(BAKERY_UUID);
        assertThat(party.path("partyTypeName").asInt()).isEqualTo(2);
        assertThat(party.path("externalUrn").asString()).isEqualTo("urn:altinn:organization:identifier-no:" + BAKERY);
        assertThat(party.path("unitType").asString()).isEqualTo("AS");
        assertThat(party.path("organization").path("name").asString()).isEqualTo("Bryggen Bakeri AS");
        assertThat(party.path("person").isNull()).isTrue();
        assertThat(party.has("ssn")).isTrue();
    }

    @Test
    void finds_a_person_by_number() {
        var party = post(PARTIES + "lookup", "{\"ssn\": \"" + INGRID + "\"}").json();
        assertThat(party.path("partyId").asInt()).isEqualTo(INGRID_ID);
        assertThat(party.path("partyTypeName").asInt()).isEqualTo(1);
        assertThat(party.path("person").path("name").asString()).isEqualTo("Ingrid Bakken");
        assertThat(party.path("organization").isNull()).isTrue();
    }

    @Test
    void answers_an_unknown_number_with_404() {
        var reply = post(PARTIES + "lookup", "{\"orgNo\": \"889640782\"}");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json().path("code").asString()).isEqualTo("REG-00007");
    }

    @Test
    void refuses_look_ups_that_name_no_number_two_or_a_bad_one() {
        assertInvalid(post(PARTIES + "lookup", "{}"), "STD.VLD-00000", "/ssn", "/orgNo");
        assertInvalid(
                post(PARTIES + "lookup", "{\"ssn\": \"" + INGRID + "\", \"orgNo\": \"" + BAKERY + "\"}"),
                "REG.VLD-00008",
                "/ssn",
                "/orgNo");
        assertInvalid(post(PARTIES + "lookup", "{\"orgNo\": \"313371736\"}"), "REG.VLD-00006", "/orgNo");
        var person = post(PARTIES + "lookup", "{\"ssn\": \"12857410261\"}");
        assertInvalid(person, "REG.VLD-00007", "/ssn");
        assertThat(person.text()).doesNotContain("12857410261");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"ssn\": 1}", "{\"ssn\": \"1\", \"ssn\": \"2\"}", "{"})
    void refuses_bodies_of_another_shape(String body) {
        assertThat(post(PARTIES + "lookup", body).status()).isEqualTo(400);
    }

    @Test
    void finds_a_party_by_id_and_uuid_and_an_organisation_by_number() {
        assertThat(get(PARTIES + BAKERY_ID).json().path("orgNumber").asString()).isEqualTo(BAKERY);
        assertThat(get(PARTIES + "byuuid/" + BAKERY_UUID)
                        .json()
                        .path("orgNumber")
                        .asString())
                .isEqualTo(BAKERY);
        var organization = get(REGISTER + "organizations/" + BAKERY).json();
        assertThat(organization.path("name").asString()).isEqualTo("Bryggen Bakeri AS");
        assertThat(organization.path("unitType").asString()).isEqualTo("AS");
    }

    @ParameterizedTest
    @CsvSource({
        "parties/51009999, 404, REG-00007",
        "parties/byuuid/" + UNKNOWN_UUID + ", 404, REG-00007",
        "organizations/889640782, 404, REG-00006",
        "organizations/nothing, 404, REG-00006",
        "parties/nothing, 404, ''",
        "parties/99999999999, 404, ''",
        "parties/byuuid/nothing, 400, ''"
    })
    void answers_what_there_is_not_with_404_and_what_cannot_be_with_400(String path, int status, String code) {
        var reply = get(REGISTER + path);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().path("code").asString("")).isEqualTo(code);
    }

    // Several parties

    @Test
    void names_parties_in_the_order_asked_for() {
        var body = "{\"parties\": [{\"orgNo\": \"889640782\"}, {\"ssn\": \"" + INGRID + "\"}]}";
        var names = post(PARTIES + "nameslookup", body).json().path("partyNames");
        assertThat(names.path(0).toString())
                .isEqualTo("{\"ssn\":null,\"orgNo\":\"889640782\",\"name\":null,\"personName\":null}");
        assertThat(names.path(1).path("name").asString()).isEqualTo("Ingrid Bakken");
    }

    @Test
    void refuses_to_name_parties_that_are_too_many_or_badly_named() {
        var entry = "{\"orgNo\": \"" + BAKERY + "\"}";
        var many = "{\"parties\": [" + String.join(",", Collections.nCopies(1_001, entry)) + "]}";
        assertInvalid(post(PARTIES + "nameslookup", many), "REG.VLD-00001", "/parties");
        assertInvalid(
                post(PARTIES + "nameslookup", "{\"parties\": [" + entry + ", {\"orgNo\": \"1\"}]}"),
                "REG.VLD-00006",
                "/parties/1/orgNo");
        assertThat(post(PARTIES + "nameslookup?partyComponentOption=none", "{\"parties\": []}")
                        .status())
                .isEqualTo(400);
        assertThat(post(PARTIES + "nameslookup?partyComponentOption=", "{\"parties\": []}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void lists_parties_with_their_sub_units_only_when_asked() {
        var ids = "[" + BAKERY_ID + ", 51009999, " + BAKERY_ID + "]";
        var plain = post(PARTIES + "partylist", ids).json();
        assertThat(plain.size()).isEqualTo(1);
        assertThat(plain.path(0).path("childParties").isNull()).isTrue();
        var whole = post(PARTIES + "partylist?fetchSubUnits=true", ids).json();
        assertThat(whole.path(0).path("childParties").path(0).path("unitType").asString())
                .isEqualTo("BEDR");
        var byUuid = post(PARTIES + "partylistbyuuid?fetchSubUnits=true", "[\"" + BAKERY_UUID + "\"]");
        assertThat(byUuid.json()).isEqualTo(whole);
    }

    @Test
    void answers_lists_of_unknown_parties() {
        var byId = post(PARTIES + "partylist", "[51009999]");
        assertThat(byId.status()).isEqualTo(404);
        assertThat(byId.json().path("code").asString()).isEqualTo("REG-00007");
        assertThat(post(PARTIES + "partylistbyuuid", "[\"" + UNKNOWN_UUID + "\"]")
                        .text())
                .isEqualTo("[]");
    }

    @Test
    void refuses_lists_with_mistakes() {
        assertInvalid(post(PARTIES + "partylist", "[51000011, \"51000011\"]"), "REG.VLD-00009", "/1");
        assertInvalid(post(PARTIES + "partylist", "[0]"), "REG.VLD-00009", "/0");
        assertInvalid(post(PARTIES + "partylistbyuuid", "[\"x\"]"), "REG.VLD-00010", "/0");
        assertInvalid(
                post(PARTIES + "partylist", "[" + String.join(",", Collections.nCopies(1_001, "1")) + "]"),
                "REG.VLD-00001",
                "/");
        assertThat(post(PARTIES + "partylist", "{}").status()).isEqualTo(400);
        assertThat(post(PARTIES + "partylist", "[" + "1,".repeat(100_000) + "1]")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void finds_the_identifiers_of_parties() {
        var found = get(PARTIES + "identifiers?ids=" + INGRID_ID + ",51009999&uuids=" + BAKERY_UUID + "&orgs=" + BAKERY)
                .json();
        assertThat(found.size()).isEqualTo(2);
        assertThat(found.path(0).has("orgNumber")).isFalse();
        assertThat(found.path(1).toString())
                .isEqualTo("{\"partyId\":51000011,\"partyUuid\":\"" + BAKERY_UUID + "\",\"orgNumber\":\"" + BAKERY
                        + "\"}");
    }

    @Test
    void refuses_to_find_identifiers_of_nobody_of_too_many_or_of_nonsense() {
        var all = new String[] {"$QUERY/ids", "$QUERY/uuids", "$QUERY/orgs"};
        assertInvalid(get(PARTIES + "identifiers"), "STD.VLD-00000", all);
        assertInvalid(get(PARTIES + "identifiers?ids=" + "1,".repeat(100) + "1"), "REG.VLD-00001", all);
        assertInvalid(get(PARTIES + "identifiers?ids=x"), "REG.VLD-00009", "$QUERY/ids");
        assertInvalid(get(PARTIES + "identifiers?uuids=x"), "REG.VLD-00010", "$QUERY/uuids");
        assertInvalid(get(PARTIES + "identifiers?orgs=313371736"), "REG.VLD-00006", "$QUERY/orgs");
    }

    // Who may ask

    @ParameterizedTest
    @CsvSource({
        "GET, parties/51000011",
        "GET, parties/byuuid/" + BAKERY_UUID,
        "POST, parties/lookup",
        "POST, parties/nameslookup",
        "POST, parties/partylist",
        "POST, parties/partylistbyuuid",
        "GET, parties/identifiers",
        "GET, organizations/313371735"
    })
    void refuses_organisations_without_the_scope_and_calls_without_a_token(String method, String path) {
        assertThat(server.call(method, REGISTER + path).send().status()).isEqualTo(401);
        var other = server.token(ServerUnderTest.SKATTEETATEN, "altinn:authorization/authorize");
        assertThat(server.call(method, REGISTER + path).token(other).send().status())
                .isEqualTo(403);
    }

    @Test
    void shows_people_themselves_and_those_they_may_act_for_and_nobody_else() {
        var person = TestGrants.personToken(server, INGRID_USER, PORTAL);
        assertThat(server.get(PARTIES + INGRID_ID).token(person).send().status())
                .isEqualTo(200);
        assertThat(server.get(PARTIES + BAKERY_ID).token(person).send().status())
                .isEqualTo(200);
        assertThat(server.get(PARTIES + "51000099").token(person).send().status())
                .isEqualTo(200);
        var stranger = server.get(PARTIES + "51000012").token(person).send();
        var nobody =
                server.get(PARTIES + "byuuid/" + UNKNOWN_UUID).token(person).send();
        assertThat(stranger.status()).isEqualTo(401);
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(stranger.text()).isEqualTo(nobody.text()).isEmpty();
    }

    @Test
    void refuses_people_every_other_look_up() {
        var person = TestGrants.personToken(server, INGRID_USER, PORTAL, SCOPE);
        assertThat(server.post(PARTIES + "lookup")
                        .token(person)
                        .json("{\"orgNo\": \"" + BAKERY + "\"}")
                        .send()
                        .status())
                .isEqualTo(403);
        var withoutScope = TestGrants.personToken(server, INGRID_USER);
        assertThat(server.get(PARTIES + INGRID_ID).token(withoutScope).send().status())
                .isEqualTo(403);
    }

    @Test
    void offers_no_other_method() {
        assertThat(server.call("DELETE", PARTIES + BAKERY_ID)
                        .token(token)
                        .send()
                        .status())
                .isEqualTo(405);
    }
}
