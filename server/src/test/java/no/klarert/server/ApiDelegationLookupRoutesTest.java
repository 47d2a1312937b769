package no.klarert.server;

import static no.klarert.server.ApiDelegationStory.BAKERY;
import static no.klarert.server.ApiDelegationStory.SCHEME;
import static no.klarert.server.ApiDelegationStory.SCOPE;
import static no.klarert.server.ApiDelegationStory.SMARTCLOUD;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The look-up of API delegations that issuers and API providers make (Maskinporten §8.3), over HTTP. */
class ApiDelegationLookupRoutesTest {
    private static final String LOOKUP = "/accessmanagement/api/v1/maskinporten/delegations/";
    private static final String OWN = "altinn:maskinporten/delegations";
    private static final String ADMIN = "altinn:maskinporten/delegations.admin";
    private static final String DELEGATION_SCHEME = "7f0c4f4e-3b55-4a0e-9a3c-2f1f7a9d1c11";

    @TempDir
    private static Path directory;

    private static ServerUnderTest server;

    /** The bakery delegates two schemes with the same scope, the plumber one of them, both to SmartCloud. */
    @BeforeAll
    static void start() {
        server = ServerUnderTest.start(directory);
        var story = ApiDelegationStory.begin(server);
        story.scheme("ske-eldre-api", SCOPE, "true", "", DELEGATION_SCHEME);
        story.give();
        ApiDelegationStory.expect(
                201,
                story.post(
                        ApiDelegationStory.INGRID,
                        ApiDelegationStory.BAKERY_PARTY,
                        "offered",
                        ApiDelegationStory.body("to", SMARTCLOUD, "ske-eldre-api")));
        ApiDelegationStory.expect(
                201,
                story.post(
                        ApiDelegationStory.TURID,
                        "51000012",
                        "offered",
                        ApiDelegationStory.body("to", SMARTCLOUD, SCHEME)));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Owns the prefix. */
    private static String provider() {
        return TestGrants.token(server, ServerUnderTest.SKATTEETATEN, OWN);
    }

    private static TestCall.Reply ask(String token, String query) {
        return server.get(LOOKUP + "?" + query).token(token).send();
    }

    private static TestCall.Reply ask(String query) {
        return ask(provider(), query);
    }

    private static List<String> found(String query) {
        var reply = ask(query);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json()
                .valueStream()
                .map(entry -> entry.path("consumer_org").asString() + " "
                        + entry.path("supplier_org").asString() + " "
                        + entry.path("resourceid").asString())
                .toList();
    }

    @Test
    void tells_consumer_supplier_scheme_and_scopes() {
        var entry = ask("supplierOrg=310000019&consumerOrg=313371735&scope=" + SCOPE)
                .json();

        assertThat(entry).hasSize(2);
        assertThat(entry.path(1).propertyNames())
                .containsExactly(
                        "consumer_org", "supplier_org", "delegation_scheme_Id", "scopes", "created", "resourceid");
        assertThat(entry.path(1).path("delegation_scheme_Id").isNull()).isTrue();
        assertThat(entry.path(1).path("scopes").path(0).asString()).isEqualTo(SCOPE);
        assertThat(Instant.parse(entry.path(1).path("created").asString()))
                .isEqualTo(server.clock().instant());
        assertThat(entry.path(0).path("delegation_scheme_Id").asString()).isEqualTo(DELEGATION_SCHEME);
    }

    @Test
    void finds_by_consumer_by_supplier_by_both_and_by_the_scope_alone() {
        var all = List.of(
                "313371735 310000019 ske-eldre-api", "313371735 310000019 " + SCHEME, "314159268 310000019 " + SCHEME);

        assertThat(found("scope=" + SCOPE)).isEqualTo(all);
        assertThat(found("scope=" + SCOPE + "&supplierOrg=" + SMARTCLOUD)).isEqualTo(all);
        assertThat(found("scope=" + SCOPE + "&consumerOrg=" + BAKERY)).isEqualTo(all.subList(0, 2));
        assertThat(found("SCOPE=" + SCOPE + "&SupplierOrg=" + SMARTCLOUD + "&consumerorg=314159268"))
                .isEqualTo(all.subList(2, 3));
        assertThat(found("scope=" + SCOPE + "&supplierOrg=&consumerOrg=")).isEqualTo(all);
    }

    @Test
    void finds_nothing_the_other_way_to_others_or_of_other_scopes() {
        assertThat(found("scope=" + SCOPE + "&consumerOrg=" + SMARTCLOUD + "&supplierOrg=" + BAKERY))
                .isEmpty();
        assertThat(found("scope=" + SCOPE + "&consumerOrg=" + BAKERY + "&supplierOrg=312880008"))
                .isEmpty();
        assertThat(found("scope=skatteetaten:krav&consumerOrg=" + BAKERY)).isEmpty();
    }

    @Test
    void answers_at_the_address_without_a_slash_and_at_the_former_one() {
        for (var path : List.of(
                "/accessmanagement/api/v1/maskinporten/delegations",
                "/accessmanagement/api/v1/admin/delegations/maskinportenschema")) {
            var reply = server.get(path + "?scope=" + SCOPE).token(provider()).send();
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.json()).hasSize(3);
        }
    }

    @Test
    void a_provider_sees_delegations_of_its_own_scopes_only_an_administrator_all() {
        var other = TestGrants.token(server, ServerUnderTest.NORDLYS, OWN);
        var refused = ask(other, "scope=" + SCOPE);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().path("title").asString())
                .isEqualTo("Not authorized for lookup of delegations for the scope: " + SCOPE);
        assertThat(ask(provider(), "scope=skatteetaten2:krav").status()).isEqualTo(403);
        var administrator = TestGrants.token(server, ServerUnderTest.NORDLYS, ADMIN);
        assertThat(ask(administrator, "scope=" + SCOPE).json()).hasSize(3);
    }

    @Test
    void an_exchanged_token_tells_the_prefixes_too() {
        var exchanged = server.get("/authentication/api/v1/exchange/maskinporten")
                .token(provider())
                .send()
                .text();

        assertThat(ask(exchanged, "scope=" + SCOPE).json()).hasSize(3);
        assertThat(ask(exchanged, "scope=altinn:krav").status()).isEqualTo(403);
    }

    @Test
    void needs_a_token_of_an_organisation_with_one_of_the_scopes() {
        assertThat(server.get(LOOKUP + "?scope=" + SCOPE).send().status()).isEqualTo(401);
        assertThat(ask(server.token(ServerUnderTest.SKATTEETATEN, RegistryCalls.WRITE), "scope=" + SCOPE)
                        .status())
                .isEqualTo(403);
        assertThat(ask(TestGrants.personToken(server, ApiDelegationStory.INGRID, ADMIN), "scope=" + SCOPE)
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "scope=", "supplierOrg=310000019", "scope=krav", "scope=a%20b:c"})
    void the_scope_must_be_there_and_be_one(String query) {
        var reply = ask(query);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.json().path("errors").has("scope")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"supplierOrg,123456789", "consumerOrg,0192:313371735", "supplierOrg,315555558", "consumerOrg,315555558"
    })
    void organisations_must_be_numbers_of_the_register(String name, String number) {
        var reply = ask("scope=" + SCOPE + "&" + name + "=" + number);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("errors").has(name)).as(reply.text()).isTrue();
    }
}
