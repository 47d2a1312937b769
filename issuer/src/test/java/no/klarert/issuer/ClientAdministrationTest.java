package no.klarert.issuer;

import static no.klarert.issuer.Installation.CLIENT;
import static no.klarert.issuer.Installation.ORDERS;
import static no.klarert.issuer.Installation.OTHER_VENDOR;
import static no.klarert.issuer.Installation.VENDOR;
import static no.klarert.issuer.Installation.acting;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.ScopeName;
import org.junit.jupiter.api.Test;

/** Maskinporten §14 item 14, clients. */
class ClientAdministrationTest {
    private static final ClientId NOBODY = new ClientId("nobody");

    private final Installation klarert = new Installation();
    private final ClientAdministration clients = klarert.clientAdministration();
    private final ActingOrganization vendor = acting(VENDOR);

    private static ClientDraft draft(ScopeName... scopes) {
        return new ClientDraft("Turbo", "Turbo, test", List.of(scopes), 0, ClientDraft.Integration.MASKINPORTEN);
    }

    private static <T> T done(AdministrationOutcome<T> outcome) {
        assertThat(outcome).isInstanceOf(AdministrationOutcome.Done.class);
        return ((AdministrationOutcome.Done<T>) outcome).value();
    }

    private static List<String> invalid(AdministrationOutcome<?> outcome) {
        assertThat(outcome).isInstanceOf(AdministrationOutcome.Invalid.class);
        return ((AdministrationOutcome.Invalid<?>) outcome)
                .fields().stream().map(InvalidField::field).toList();
    }

    private String jwks() {
        return "{\"keys\":[" + ClientKeysTest.key("new-1", TestKeys.VENDOR) + "]}";
    }

    @Test
    void a_client_created_and_given_a_key_gets_a_token() {
        var client = done(clients.create(vendor, Reach.OWN, draft(ORDERS, ORDERS)));
        assertThat(client.owner()).isEqualTo(VENDOR);
        assertThat(client.scopes()).containsExactly(ORDERS);
        assertThat(client.active()).isTrue();
        Outcomes.refusedWithoutCode(
                klarert.request(assertion(client)), OAuthError.INVALID_GRANT, "Unknown key identifier (kid)");
        done(clients.replaceKeys(vendor, Reach.OWN, client.id(), jwks()));
        Outcomes.issued(klarert.request(assertion(client)));
        assertThat(klarert.stores.audit)
                .extracting(event -> event.action() + " " + event.detail())
                .containsExactly("client.create acme:orders.read", "client.keys new-1");
    }

    private String assertion(Client client) {
        return klarert.assertion()
                .claim("iss", client.id().value())
                .header("kid", "new-1")
                .sign();
    }

    @Test
    void reports_every_field_that_is_wrong_and_creates_nothing() {
        klarert.addScope(ScopeName.parse("acme:api"), Installation.settings(0, List.of("api_klient"), false));
        var wrong = new ClientDraft(
                " ",
                "x".repeat(256),
                List.of(ScopeName.parse("acme:unknown"), ScopeName.parse("acme:api"), ORDERS),
                7_201,
                new ClientDraft.Integration("idporten", "native", "client_secret_post", List.of("authorization_code")));
        assertThat(invalid(clients.create(vendor, Reach.OWN, wrong)))
                .containsExactly(
                        "client_name",
                        "description",
                        "integration_type",
                        "application_type",
                        "token_endpoint_auth_method",
                        "grant_types",
                        "access_token_lifetime",
                        "scopes",
                        "scopes");
        assertThat(klarert.stores.clients).containsOnlyKeys(CLIENT);
        assertThat(klarert.stores.audit).isEmpty();
    }

    @Test
    void accepts_the_short_name_of_the_grant_and_a_scope_that_is_not_granted_yet() {
        klarert.stores.accesses.clear();
        var draft = new ClientDraft(
                "Turbo",
                "Turbo",
                List.of(ORDERS),
                600,
                new ClientDraft.Integration("maskinporten", "web", "private_key_jwt", List.of("jwt_bearer_token")));
        assertThat(done(clients.create(vendor, Reach.OWN, draft)).accessTokenLifetime())
                .isEqualTo(600);
    }

    @Test
    void refuses_a_deactivated_scope_and_more_scopes_than_300() {
        klarert.scopeAdministration().deactivate(acting(Installation.PROVIDER), ORDERS);
        assertThat(invalid(clients.create(vendor, Reach.OWN, draft(ORDERS)))).containsExactly("scopes");
        var many = IntStream.range(0, 301)
                .mapToObj(i -> ScopeName.parse("acme:s" + i))
                .toArray(ScopeName[]::new);
        assertThat(invalid(clients.create(vendor, Reach.OWN, draft(many)))).containsExactly("scopes");
    }

    @Test
    void replace_changes_everything_but_id_owner_and_creation() {
        klarert.now = klarert.now.plusSeconds(60);
        var before = klarert.client();
        var after = done(clients.replace(vendor, Reach.OWN, CLIENT, draft()));
        assertThat(after)
                .isEqualTo(new Client(
                        CLIENT, VENDOR, "Turbo", "Turbo, test", List.of(), 0, true, before.created(), klarert.now));
        Outcomes.refused(klarert.request(klarert.assertion().sign()), MpCode.MP_200, "acme:orders.read");
    }

    @Test
    void a_deactivated_client_gets_no_token_cannot_be_changed_and_is_listed_only_on_request() {
        assertThat(done(clients.deactivate(vendor, Reach.OWN, CLIENT)).active()).isFalse();
        Outcomes.refused(klarert.request(klarert.assertion().sign()), MpCode.MP_100, "Client not found");
        assertThat(clients.list(vendor, Reach.OWN, Listing.ACTIVE, Page.ALL).items())
                .isEmpty();
        assertThat(clients.list(vendor, Reach.OWN, Listing.WITH_INACTIVE, Page.ALL)
                        .items())
                .extracting(Client::id)
                .containsExactly(CLIENT);
        assertThat(done(clients.read(vendor, Reach.OWN, CLIENT)).active()).isFalse();
        assertThat(clients.replace(vendor, Reach.OWN, CLIENT, draft(ORDERS)))
                .isInstanceOf(AdministrationOutcome.Conflict.class);
        assertThat(clients.replaceKeys(vendor, Reach.OWN, CLIENT, jwks()))
                .isInstanceOf(AdministrationOutcome.Conflict.class);
        assertThat(clients.deleteKeys(vendor, Reach.OWN, CLIENT)).isInstanceOf(AdministrationOutcome.Conflict.class);
        assertThat(done(clients.deactivate(vendor, Reach.OWN, CLIENT)).active()).isFalse();
        assertThat(klarert.stores.audit).hasSize(1);
    }

    @Test
    void others_cannot_see_or_touch_a_client() {
        var other = acting(OTHER_VENDOR);
        var before = klarert.client();
        assertThat(clients.read(other, Reach.OWN, CLIENT)).isInstanceOf(AdministrationOutcome.Forbidden.class);
        assertThat(clients.replace(other, Reach.OWN, CLIENT, draft()))
                .isInstanceOf(AdministrationOutcome.Forbidden.class);
        assertThat(clients.deactivate(other, Reach.OWN, CLIENT)).isInstanceOf(AdministrationOutcome.Forbidden.class);
        assertThat(clients.keys(other, Reach.OWN, CLIENT)).isInstanceOf(AdministrationOutcome.Forbidden.class);
        assertThat(clients.replaceKeys(other, Reach.OWN, CLIENT, jwks()))
                .isInstanceOf(AdministrationOutcome.Forbidden.class);
        assertThat(clients.deleteKeys(other, Reach.OWN, CLIENT)).isInstanceOf(AdministrationOutcome.Forbidden.class);
        assertThat(clients.list(other, Reach.OWN, Listing.WITH_INACTIVE, Page.ALL)
                        .items())
                .isEmpty();
        assertThat(klarert.client()).isEqualTo(before);
        assertThat(klarert.stores.audit).isEmpty();
    }

    @Test
    void an_unknown_client_is_unknown_to_everyone() {
        assertThat(clients.read(vendor, Reach.OWN, NOBODY)).isInstanceOf(AdministrationOutcome.Unknown.class);
        assertThat(clients.replace(vendor, Reach.OWN, NOBODY, draft()))
                .isInstanceOf(AdministrationOutcome.Unknown.class);
        assertThat(clients.deactivate(vendor, Reach.OWN, NOBODY)).isInstanceOf(AdministrationOutcome.Unknown.class);
        assertThat(clients.keys(vendor, Reach.OWN, NOBODY)).isInstanceOf(AdministrationOutcome.Unknown.class);
    }

    @Test
    void a_key_set_is_replaced_as_a_whole() {
        var replaced = done(clients.replaceKeys(vendor, Reach.OWN, CLIENT, jwks()));
        assertThat(replaced.keys()).extracting(key -> key.id().value()).containsExactly("new-1");
        Outcomes.refusedWithoutCode(
                klarert.request(klarert.assertion().sign()), OAuthError.INVALID_GRANT, "Unknown key identifier (kid)");
        Outcomes.issued(
                klarert.request(klarert.assertion().header("kid", "new-1").sign()));
        assertThat(done(clients.keys(vendor, Reach.OWN, CLIENT))).isEqualTo(replaced);
    }

    @Test
    void a_bad_key_set_leaves_the_old_one_in_place() {
        assertThat(invalid(clients.replaceKeys(vendor, Reach.OWN, CLIENT, "{\"keys\":[]}")))
                .containsExactly("keys");
        Outcomes.issued(klarert.request(klarert.assertion().sign()));
        assertThat(klarert.stores.audit).isEmpty();
    }

    @Test
    void without_keys_there_is_no_token() {
        assertThat(done(clients.deleteKeys(vendor, Reach.OWN, CLIENT)).keys()).isEmpty();
        Outcomes.refusedWithoutCode(
                klarert.request(klarert.assertion().sign()), OAuthError.INVALID_GRANT, "Unknown key identifier (kid)");
    }
}
