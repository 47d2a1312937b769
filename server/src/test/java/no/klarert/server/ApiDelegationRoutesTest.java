package no.klarert.server;

import static no.klarert.server.ApiDelegationStory.BAKERY;
import static no.klarert.server.ApiDelegationStory.BAKERY_PARTY;
import static no.klarert.server.ApiDelegationStory.INGRID;
import static no.klarert.server.ApiDelegationStory.JONAS;
import static no.klarert.server.ApiDelegationStory.PER;
import static no.klarert.server.ApiDelegationStory.SCHEME;
import static no.klarert.server.ApiDelegationStory.SCOPE;
import static no.klarert.server.ApiDelegationStory.SMARTCLOUD;
import static no.klarert.server.ApiDelegationStory.SMARTCLOUD_PARTY;
import static no.klarert.server.ApiDelegationStory.TURID;
import static no.klarert.server.ApiDelegationStory.body;
import static no.klarert.server.ApiDelegationStory.path;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** API delegation from the provider's scope to the supplier's token (Maskinporten §8), over HTTP. */
class ApiDelegationRoutesTest {
    private static final String NUMBER_HEADER = "Altinn-Party-OrganizationNumber";

    @TempDir
    private Path directory;

    private ServerUnderTest server;
    private ApiDelegationStory story;

    @BeforeEach
    void start() {
        server = ServerUnderTest.start(directory);
        story = ApiDelegationStory.begin(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static Map<String, Object> claims(String token) throws ParseException {
        return SignedJWT.parse(token).getJWTClaimsSet().getClaims();
    }

    private static Map<String, Object> organization(String number) {
        return Map.of("authority", "iso6523-actorid-upis", "ID", "0192:" + number);
    }

    private static void refused(TestCall.Reply reply, String code, String description) {
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("error").asString()).isEqualTo("invalid_scope");
        assertThat(reply.json().path("error_uri").asString()).endsWith("/errors/" + code);
        assertThat(reply.json().path("error_description").asString()).startsWith(description);
    }

    private static void isProblem(TestCall.Reply reply, String place, String message) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.json().path("errors").path(place).path(0).asString()).contains(message);
    }

    // The whole way

    @Test
    void the_customers_manager_delegates_and_the_suppliers_client_gets_a_token_until_it_is_taken_back()
            throws ParseException {
        var notDelegated = "Consumer 313371735 has not delegated access to the scope skatteetaten:kravogbetalinger to"
                + " supplier 310000019. (trace_id: ";
        refused(story.token(), "MP-251", notDelegated);

        assertThat(story.give().status()).isEqualTo(201);
        var token = story.token();
        assertThat(token.status()).as(token.text()).isEqualTo(200);
        assertThat(claims(token.json().path("access_token").asString()))
                .containsEntry("consumer", organization(BAKERY))
                .containsEntry("supplier", organization(SMARTCLOUD))
                .containsEntry("delegation_source", ServerUnderTest.BASE + "/")
                .containsEntry("client_id", story.client())
                .containsEntry("scope", SCOPE);

        assertThat(story.takeBack().status()).isEqualTo(204);
        refused(story.token(), "MP-251", notDelegated);
    }

    @Test
    void the_exchanged_token_still_names_consumer_supplier_and_source() throws ParseException {
        story.give();
        var exchanged = server.get("/authentication/api/v1/exchange/maskinporten")
                .token(story.token().json().path("access_token").asString())
                .send();

        assertThat(exchanged.status()).isEqualTo(200);
        assertThat(claims(exchanged.text()))
                .containsEntry("urn:altinn:orgNumber", BAKERY)
                .containsEntry("supplier", organization(SMARTCLOUD))
                .containsEntry("delegation_source", ServerUnderTest.BASE + "/");
    }

    @Test
    void the_supplier_gives_up_what_it_received() {
        story.give();
        var reply = story.post(PER, SMARTCLOUD_PARTY, "received/revoke", body("from", BAKERY, SCHEME));

        assertThat(reply.status()).isEqualTo(204);
        refused(story.token(), "MP-251", "Consumer 313371735 has not delegated access");
        assertThat(story.audit())
                .containsExactly(
                        "api-delegation.give ske-krav-api from 313371735 to 310000019 by user:20000021",
                        "api-delegation.take ske-krav-api from 313371735 to 310000019 by user:20000024");
    }

    @Test
    void the_provider_withdraws_the_customers_access() {
        story.give();
        story.administration().access("DELETE", SCOPE, BAKERY);

        refused(story.token(), "MP-250", "Consumer has not been granted access to the scope " + SCOPE + ".");
    }

    @Test
    void a_delegation_counts_for_that_customer_and_the_scopes_of_its_scheme_only() {
        story.scope("annet");
        story.scheme("ske-annet-api", "skatteetaten:annet");
        story.give();

        refused(story.token("314159268", SCOPE), "MP-250", "Consumer has not been granted");
        story.administration().access("PUT", SCOPE, "314159268");
        refused(story.token("314159268", SCOPE), "MP-251", "Consumer 314159268 has not delegated");
        refused(story.token(BAKERY, "skatteetaten:annet"), "MP-200", "");
    }

    @Test
    void a_scope_that_the_scheme_no_longer_lists_is_no_longer_delegated() {
        story.give();
        var changed = RegistryCalls.resourceWithScope(SCHEME, ApiDelegationStory.SKATTEETATEN, "skatteetaten:annet")
                .replace("GenericAccessResource", "MaskinportenSchema");
        var put = server.call("PUT", RegistryCalls.BASE + "/" + SCHEME)
                .token(server.token(ServerUnderTest.SKATTEETATEN, RegistryCalls.WRITE))
                .json(changed)
                .send();

        assertThat(put.status()).as(put.text()).isEqualTo(200);
        refused(story.token(), "MP-251", "Consumer 313371735 has not delegated");
    }

    @Test
    void a_delegation_gives_no_right_that_the_decision_point_knows() {
        var question = DecisionWorld.question("ScopeAccess", SCHEME, BAKERY)
                .replace("urn:altinn:systemuser:uuid", "urn:altinn:userid")
                .replace(DecisionWorld.SYSTEM_USER.toString(), Integer.toString(PER));
        story.give();

        assertThat(decision(question)).isEqualTo("NotApplicable");
        assertThat(decision(question.replace(Integer.toString(PER), Integer.toString(INGRID))))
                .isEqualTo("Permit");
    }

    private String decision(String question) {
        var reply = server.post("/authorization/api/v1/authorize")
                .token(server.token(ServerUnderTest.SKATTEETATEN, "altinn:authorization/authorize"))
                .json(question)
                .send();
        return reply.json().path("response").path(0).path("decision").asString();
    }

    // Giving

    @Test
    void giving_answers_what_was_passed_on_and_is_recorded_once() {
        var reply = story.give();
        var again = story.give();

        assertThat(reply.json().path("to").path(0).path("value").asString()).isEqualTo(SMARTCLOUD);
        var result = reply.json().path("rightDelegationResults");
        assertThat(result).hasSize(1);
        assertThat(result.path(0).propertyNames()).containsExactly("rightKey", "resource", "action", "status");
        assertThat(result.path(0).path("status").asString()).isEqualTo("Delegated");
        assertThat(result.path(0).path("resource").path(0).path("value").asString())
                .isEqualTo(SCHEME);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(reply.text());
        assertThat(story.audit())
                .containsExactly("api-delegation.give ske-krav-api from 313371735 to 310000019 by user:20000021");
    }

    @Test
    void the_parties_may_be_named_by_number_in_a_header_by_party_id_and_by_uuid() {
        var byId = body("to", SMARTCLOUD, SCHEME)
                .replace("urn:altinn:organization:identifier-no", "urn:altinn:partyid")
                .replace(SMARTCLOUD, Integer.toString(SMARTCLOUD_PARTY));
        var byUuid = body("to", SMARTCLOUD, SCHEME)
                .replace("urn:altinn:organization:identifier-no", "urn:altinn:organization:uuid")
                .replace(SMARTCLOUD, "3f0d3f6e-6b1c-4f2b-8d0e-100000000002");
        for (var body : List.of(byId, byUuid)) {
            var given = server.post(path("organization", "offered"))
                    .token(story.person(INGRID))
                    .header(NUMBER_HEADER, BAKERY)
                    .json(body)
                    .send();
            assertThat(given.status()).as(given.text()).isEqualTo(201);
            assertThat(story.takeBack().status()).isEqualTo(204);
        }
        assertThat(story.audit()).hasSize(4);
    }

    @Test
    void nobody_without_authority_at_the_customer_gives() {
        for (int user : new int[] {JONAS, TURID, PER}) {
            var reply = story.post(user, BAKERY_PARTY, "offered", body("to", SMARTCLOUD, SCHEME));
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.text()).isEmpty();
        }
        assertThat(story.audit()).isEmpty();
        refused(story.token(), "MP-251", "");
    }

    @Test
    void a_main_administrator_gives_and_who_only_administers_apis_needs_a_right_to_pass_on() {
        var policy = RegistryCalls.policy(SCHEME)
                .replace("DAGL", "maskinporten-scopes")
                .replace("urn:altinn:rolecode", "urn:altinn:accesspackage");
        RegistryCalls.upload(server, SCHEME, policy)
                .token(server.token(ServerUnderTest.SKATTEETATEN, RegistryCalls.WRITE))
                .send();
        story.givePackage("maskinporten-administrator", 50000022);
        var refused = story.post(JONAS, BAKERY_PARTY, "offered", body("to", SMARTCLOUD, SCHEME));
        isProblem(refused, "rights.0.resource", "no right to the resource that can be delegated");

        story.givePackage("hovedadministrator", 50000022);
        var given = story.post(JONAS, BAKERY_PARTY, "offered", body("to", SMARTCLOUD, SCHEME));
        assertThat(given.status()).as(given.text()).isEqualTo(201);
        assertThat(story.token().status()).isEqualTo(200);
    }

    @Test
    void a_party_that_does_not_exist_or_is_a_person_looks_like_one_without_authority() {
        for (var party : List.of("51999999", "50000021")) {
            assertThat(story.post(INGRID, party, "offered", body("to", SMARTCLOUD, SCHEME))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(story.get(INGRID, "abc", "offered").status()).isEqualTo(404);
        assertThat(story.get(INGRID, "person", "offered").status()).isEqualTo(400);
    }

    @Test
    void organizations_and_strangers_do_not_deal_with_delegations() {
        var give = server.post(path(BAKERY_PARTY, "offered"));
        assertThat(give.json(body("to", SMARTCLOUD, SCHEME)).send().status()).isEqualTo(401);
        assertThat(server.post(path(BAKERY_PARTY, "offered"))
                        .token(server.token(ServerUnderTest.SKATTEETATEN, RegistryCalls.WRITE))
                        .json(body("to", SMARTCLOUD, SCHEME))
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(story.audit()).isEmpty();
    }

    @Test
    void only_schemes_that_may_be_delegated_are() {
        story.scheme("ske-lukket-api", SCOPE, "false", "");
        DecisionWorld.addTo(server);
        var place = "rights.0.resource";

        isProblem(give("ske-lukket-api"), place, "not available for delegation");
        isProblem(give("ske-finnes-ikke"), place, "no such resource of type MaskinportenSchema");
        isProblem(give(DecisionWorld.RESOURCE), place, "no such resource of type MaskinportenSchema");
        assertThat(story.audit()).isEmpty();
    }

    private TestCall.Reply give(String scheme) {
        return story.post(INGRID, BAKERY_PARTY, "offered", body("to", SMARTCLOUD, scheme));
    }

    @Test
    void a_scheme_that_asks_for_a_surer_log_in_is_not_delegated_without() {
        story.scheme("ske-hemmelig-api", SCOPE, "true", obligation(4));
        story.scheme("ske-vanlig-api", SCOPE, "true", obligation(3));

        isProblem(give("ske-hemmelig-api"), "rights.0.resource", "has not logged in as surely");
        assertThat(give("ske-vanlig-api").status()).isEqualTo(201);
    }

    private static String obligation(int level) {
        return """
                <ObligationExpressions>
                  <ObligationExpression ObligationId="o" FulfillOn="Permit">
                    <AttributeAssignmentExpression AttributeId="a" Category="urn:altinn:minimum-authenticationlevel">
                      <AttributeValue DataType="http://www.w3.org/2001/XMLSchema#integer">%d</AttributeValue>
                    </AttributeAssignmentExpression>
                  </ObligationExpression>
                </ObligationExpressions>""".formatted(level);
    }

    @Test
    void a_scheme_to_which_the_manager_has_no_right_is_not_delegated() {
        var token = server.token(ServerUnderTest.SKATTEETATEN, RegistryCalls.WRITE);
        var policy = RegistryCalls.policy(SCHEME).replace("DAGL", "REVI");
        assertThat(RegistryCalls.upload(server, SCHEME, policy)
                        .token(token)
                        .send()
                        .status())
                .isEqualTo(201);

        isProblem(story.give(), "rights.0.resource", "no right to the resource that can be delegated");
    }

    @Test
    void only_another_organisation_in_the_register_can_be_the_supplier() {
        isProblem(story.post(INGRID, BAKERY_PARTY, "offered", body("to", BAKERY, SCHEME)), "to", "to itself");
        isProblem(
                story.post(INGRID, BAKERY_PARTY, "offered", body("to", "315555558", SCHEME)),
                "party",
                "not an organisation in the register");
        var person =
                body("to", "50000022", SCHEME).replace("urn:altinn:organization:identifier-no", "urn:altinn:partyid");
        isProblem(story.post(INGRID, BAKERY_PARTY, "offered", person), "party", "not an organisation in the register");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{\"to\": [], \"rights\": []}",
                "{\"to\": \"x\", \"rights\": [{}]}",
                "{\"to\": [{\"id\": \"urn:altinn:ssn\", \"value\": \"12857410260\"}], \"rights\": [{\"resource\": [{\"id\":"
                        + " \"urn:altinn:resource\", \"value\": \"ske-krav-api\"}]}]}",
                "{\"to\": [{\"id\": \"urn:altinn:partyid\", \"value\": \"1\"}], \"rights\": [{\"resource\": [{\"id\":"
                        + " \"urn:altinn:app\", \"value\": \"ske-krav-api\"}]}]}",
                "{\"to\": [{\"id\": \"urn:altinn:partyid\", \"value\": \"1\"}], \"rights\": [{\"resource\": [{\"id\":"
                        + " \"urn:altinn:resource\", \"value\": \"A b\"}]}]}",
                "{\"to\": [{\"id\": \"urn:altinn:partyid\", \"value\": 1}], \"rights\": [null]}",
                "{"
            })
    void bodies_of_another_shape_are_refused_with_what_is_wrong(String body) {
        var reply = story.post(INGRID, BAKERY_PARTY, "offered", body);

        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.json().path("errors")).isNotEmpty();
        assertThat(reply.text()).doesNotContain("12857410260");
        assertThat(story.audit()).isEmpty();
    }

    @Test
    void the_header_with_the_number_must_be_there_and_hold_one() {
        assertThat(story.get(INGRID, "organization", "offered").status()).isEqualTo(400);
        assertThat(server.get(path("organization", "offered"))
                        .token(story.person(INGRID))
                        .header(NUMBER_HEADER, "123")
                        .send()
                        .status())
                .isEqualTo(400);
    }

    // Checking

    @Test
    void the_check_tells_which_rights_can_be_delegated_and_why() {
        var scheme = "{\"resource\": [{\"id\": \"urn:altinn:resource\", \"value\": \"" + SCHEME + "\"}]}";
        var reply = story.post(INGRID, BAKERY_PARTY, "delegationcheck", scheme);

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.json()).hasSize(1);
        assertThat(reply.json().path(0).path("status").asString()).isEqualTo("Delegable");
        assertThat(reply.json().path(0).path("details").path(0).path("code").asString())
                .isEqualTo("RoleAccess");
        assertThat(story.post(JONAS, BAKERY_PARTY, "delegationcheck", scheme).status())
                .isEqualTo(403);
        isProblem(
                story.post(INGRID, BAKERY_PARTY, "delegationcheck", scheme.replace(SCHEME, "ske-finnes-ikke")),
                "rights.0.resource",
                "no such resource");
    }

    @Test
    void the_check_tells_that_a_closed_scheme_cannot_be_delegated() {
        story.scheme("ske-lukket-api", SCOPE, "false", "");
        var reply = story.post(
                INGRID,
                BAKERY_PARTY,
                "delegationcheck",
                "{\"resource\": [{\"id\": \"urn:altinn:resource\", \"value\": \"ske-lukket-api\"}]}");

        assertThat(reply.json().path(0).path("status").asString()).isEqualTo("NotDelegable");
        assertThat(reply.json().path(0).path("details").path(0).path("code").asString())
                .isEqualTo("ResourceNotDelegable");
    }

    // Listing and taking back

    @Test
    void both_sides_list_what_was_given() {
        story.give();
        var offered = story.get(INGRID, BAKERY_PARTY, "offered");
        var received = story.get(PER, SMARTCLOUD_PARTY, "received");

        assertThat(offered.status()).isEqualTo(200);
        assertThat(received.text()).isEqualTo(offered.text());
        assertThat(offered.json()).singleElement().satisfies(entry -> {
            assertThat(entry.propertyNames())
                    .containsExactly(
                            "offeredByPartyId",
                            "offeredByName",
                            "offeredByOrganizationNumber",
                            "coveredByPartyId",
                            "coveredByName",
                            "coveredByOrganizationNumber",
                            "performedByUserId",
                            "created",
                            "resourceId");
            assertThat(entry.path("offeredByName").asString()).isEqualTo("Bryggen Bakeri AS");
            assertThat(entry.path("coveredByOrganizationNumber").asString()).isEqualTo(SMARTCLOUD);
            assertThat(entry.path("performedByUserId").asInt()).isEqualTo(INGRID);
            assertThat(Instant.parse(entry.path("created").asString()))
                    .isEqualTo(server.clock().instant());
            assertThat(entry.path("resourceId").asString()).isEqualTo(SCHEME);
        });
    }

    @Test
    void each_side_sees_only_its_own_and_others_nothing() {
        story.give();

        assertThat(story.get(INGRID, BAKERY_PARTY, "received").json()).isEmpty();
        assertThat(story.get(PER, SMARTCLOUD_PARTY, "offered").json()).isEmpty();
        for (var rest : List.of("offered", "received")) {
            assertThat(story.get(JONAS, BAKERY_PARTY, rest).status()).isEqualTo(403);
            assertThat(story.get(INGRID, SMARTCLOUD_PARTY, rest).status()).isEqualTo(403);
        }
    }

    @Test
    void only_the_two_sides_take_back() {
        story.give();
        for (int user : new int[] {JONAS, TURID, PER}) {
            assertThat(story.post(user, BAKERY_PARTY, "offered/revoke", body("to", SMARTCLOUD, SCHEME))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(story.post(INGRID, SMARTCLOUD_PARTY, "received/revoke", body("from", BAKERY, SCHEME))
                        .status())
                .isEqualTo(403);
        assertThat(story.token().status()).isEqualTo(200);
    }

    @Test
    void taking_back_what_is_not_given_changes_and_records_nothing() {
        assertThat(story.takeBack().status()).isEqualTo(204);
        assertThat(story.post(PER, SMARTCLOUD_PARTY, "received/revoke", body("from", BAKERY, SCHEME))
                        .status())
                .isEqualTo(204);

        assertThat(story.audit()).isEmpty();
    }
}
