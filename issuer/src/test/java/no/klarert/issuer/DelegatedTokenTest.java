package no.klarert.issuer;

import static no.klarert.issuer.Installation.CLIENT;
import static no.klarert.issuer.Installation.CUSTOMER;
import static no.klarert.issuer.Installation.DELEGATION_SOURCE;
import static no.klarert.issuer.Installation.ORDERS;
import static no.klarert.issuer.Installation.OTHER_VENDOR;
import static no.klarert.issuer.Installation.VENDOR;
import static no.klarert.issuer.Outcomes.claims;
import static no.klarert.issuer.Outcomes.issued;
import static no.klarert.issuer.Outcomes.refused;
import static no.klarert.issuer.Outcomes.refusedWithoutCode;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Maskinporten §14 item 9: tokens of suppliers that act for a consumer. */
class DelegatedTokenTest {
    private static final String AUTHORITY = "iso6523-actorid-upis";
    private static final ScopeName BILLING = ScopeName.parse("acme:billing");

    private final Installation klarert = new Installation();

    /** The scope is granted to the customer, never to the supplier, whose client asks for it. */
    @BeforeEach
    void the_customer_has_delegated_the_scope_to_the_vendor() {
        klarert.addScope(ORDERS, Installation.delegable(DELEGATION_SOURCE.issuer()));
        klarert.decide(ORDERS, VENDOR, ScopeAccess.State.DENIED);
        klarert.approve(ORDERS, CUSTOMER);
        klarert.delegate(CUSTOMER, VENDOR, ORDERS);
    }

    private TokenOutcome request() {
        return requestFor(CUSTOMER.value());
    }

    private TokenOutcome requestFor(String consumer) {
        return klarert.request(
                klarert.assertion().claim("consumer_org", consumer).sign());
    }

    private TokenOutcome requestBoth() {
        return klarert.request(klarert.assertion()
                .claim("consumer_org", CUSTOMER.value())
                .claim("scope", ORDERS + " " + BILLING)
                .sign());
    }

    private static Map<String, Object> organization(OrgNumber number) {
        return Map.of("authority", AUTHORITY, "ID", "0192:" + number);
    }

    @Test
    void names_the_customer_as_consumer_the_vendor_as_supplier_and_where_it_was_delegated() {
        assertThat(claims(request()))
                .containsEntry("consumer", organization(CUSTOMER))
                .containsEntry("supplier", organization(VENDOR))
                .containsEntry("delegation_source", "https://klarert.example/")
                .containsEntry("client_id", CLIENT.value())
                .containsEntry("scope", ORDERS.value());
    }

    @Test
    void names_neither_supplier_nor_source_in_the_token_of_the_consumers_own_client() {
        klarert.approve(ORDERS, VENDOR);

        assertThat(claims(klarert.request(klarert.assertion().sign())))
                .containsEntry("consumer", organization(VENDOR))
                .doesNotContainKeys("supplier", "delegation_source");
    }

    @Test
    void logs_the_consumer_that_the_token_is_about() {
        issued(request());

        assertThat(klarert.stores.tokenLog)
                .singleElement()
                .extracting(TokenLog.Entry::consumer, TokenLog.Entry::clientId, TokenLog.Entry::outcome)
                .containsExactly(CUSTOMER.value(), CLIENT.value(), "issued");
    }

    @Test
    void logs_whom_a_refused_supplier_wanted_to_act_for() {
        klarert.stores.delegations.given.clear();
        request();

        assertThat(klarert.stores.tokenLog)
                .singleElement()
                .extracting(TokenLog.Entry::consumer, TokenLog.Entry::outcome)
                .containsExactly(CUSTOMER.value(), "invalid_scope MP-251");
    }

    @Test
    void refuses_as_soon_as_the_delegation_is_taken_back() {
        issued(request());
        klarert.stores.delegations.given.clear();

        refused(
                request(),
                MpCode.MP_251,
                "Consumer " + CUSTOMER + " has not delegated access to the scope acme:orders.read to supplier " + VENDOR
                        + ".");
    }

    @Test
    void refuses_what_was_delegated_by_another_to_another_or_of_another_scope() {
        klarert.stores.delegations.given.clear();
        klarert.delegate(OTHER_VENDOR, VENDOR, ORDERS);
        klarert.delegate(CUSTOMER, OTHER_VENDOR, ORDERS);
        klarert.delegate(VENDOR, CUSTOMER, ORDERS);
        klarert.delegate(CUSTOMER, VENDOR, BILLING);

        refused(request(), MpCode.MP_251, "has not delegated access to the scope");
    }

    @Test
    void refuses_a_consumer_that_was_not_granted_the_scope_before_it_looks_at_delegations() {
        klarert.decide(ORDERS, CUSTOMER, ScopeAccess.State.DENIED);
        klarert.approve(ORDERS, VENDOR);
        klarert.stores.delegations.given.clear();

        refused(request(), MpCode.MP_250, "Consumer has not been granted access to the scope acme:orders.read.");
    }

    @Test
    void needs_no_grant_to_the_consumer_if_the_scope_is_for_all_but_still_the_delegation() {
        var delegable = Installation.delegable(DELEGATION_SOURCE.issuer());
        klarert.addScope(
                ORDERS,
                new ScopeSettings(
                        delegable.description(),
                        delegable.longDescription(),
                        delegable.visibility(),
                        delegable.tokenType(),
                        0,
                        0,
                        delegable.allowedIntegrationTypes(),
                        delegable.delegationSource(),
                        true,
                        delegable.traits()));
        klarert.decide(ORDERS, CUSTOMER, ScopeAccess.State.DENIED);

        issued(request());
        klarert.stores.delegations.given.clear();
        refused(request(), MpCode.MP_251, "has not delegated");
    }

    @Test
    void refuses_a_scope_that_names_no_source_of_delegations() {
        klarert.addScope(ORDERS, Installation.settings());

        refusedWithoutCode(request(), OAuthError.INVALID_REQUEST, "scope acme:orders.read has no delegation_source");
    }

    @Test
    void refuses_a_scope_that_names_a_source_that_is_not_known_any_longer() {
        klarert.addScope(ORDERS, Installation.delegable("https://gone.example/"));

        refusedWithoutCode(
                request(),
                OAuthError.INVALID_REQUEST,
                "the delegation_source of scope acme:orders.read is not among those known here");
    }

    @Test
    void refuses_a_scope_that_is_not_registered_on_the_client_first_of_all() {
        refused(
                klarert.request(klarert.assertion()
                        .claim("consumer_org", CUSTOMER.value())
                        .claim("scope", BILLING.value())
                        .sign()),
                MpCode.MP_200,
                "acme:billing");
    }

    @Test
    void issues_several_scopes_only_if_all_are_delegated() {
        klarert.addScope(BILLING, Installation.delegable(DELEGATION_SOURCE.issuer()));
        klarert.register(BILLING);
        klarert.approve(BILLING, CUSTOMER);

        refused(requestBoth(), MpCode.MP_251, "to the scope acme:billing to supplier");
        klarert.delegate(CUSTOMER, VENDOR, BILLING);
        issued(requestBoth());
    }

    @Test
    void refuses_scopes_whose_delegations_are_held_in_different_places() {
        klarert.addScope(BILLING, Installation.delegable(DelegationRegister.OTHER_SOURCE));
        klarert.register(BILLING);
        klarert.approve(BILLING, CUSTOMER);
        klarert.delegate(CUSTOMER, VENDOR, BILLING);

        refusedWithoutCode(requestBoth(), OAuthError.INVALID_SCOPE, "different delegation sources");
    }

    @Test
    void refuses_a_client_that_acts_for_its_own_organisation() {
        refusedWithoutCode(
                requestFor(VENDOR.value()),
                OAuthError.INVALID_REQUEST,
                "Validation of JWT claim failed: The combination consumer_org in claim and delegation scope on client"
                        + " is invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123456789", "0192:313371735", "313371735 ", "3133717350", "31337173\u0665"})
    void refuses_what_is_no_organisation_number(String consumer) {
        refusedWithoutCode(
                requestFor(consumer), OAuthError.INVALID_REQUEST, "consumer_org must be an organisation number");
    }

    @Test
    void refuses_to_act_for_another_in_the_way_that_is_not_for_maskinporten() {
        refusedWithoutCode(
                klarert.request(
                        klarert.assertion().claim("iss_onbehalfof", "someone").sign()),
                OAuthError.INVALID_REQUEST,
                "iss_onbehalfof is not supported");
        refusedWithoutCode(
                klarert.request(klarert.assertion()
                        .claim("iss_onbehalfof", "someone")
                        .claim("consumer_org", CUSTOMER.value())
                        .sign()),
                OAuthError.INVALID_REQUEST,
                "consumer_org and iss_onbehalfof exclude each other");
    }

    private TokenOutcome requestSystemUser() {
        var element = Map.of(
                "type",
                "urn:altinn:systemuser",
                "systemuser_org",
                Map.of("authority", AUTHORITY, "ID", "0192:" + CUSTOMER));
        return klarert.request(klarert.assertion()
                .claim("consumer_org", OTHER_VENDOR.value())
                .claim("authorization_details", List.of(element))
                .sign());
    }

    @Test
    void finds_the_system_user_of_the_vendor_it_acts_for_if_that_vendor_has_delegated() {
        klarert.approve(ORDERS, OTHER_VENDOR);
        klarert.delegate(OTHER_VENDOR, VENDOR, ORDERS);
        klarert.stores.systemUsers.put(
                List.of(CLIENT, OTHER_VENDOR, CUSTOMER, CUSTOMER.value()),
                new SystemUserDirectory.Found(Installation.SYSTEM_USER, Installation.SYSTEM));

        assertThat(claims(requestSystemUser()))
                .containsEntry("consumer", organization(OTHER_VENDOR))
                .containsEntry("supplier", organization(VENDOR))
                .containsKey("authorization_details");
        klarert.stores.delegations.given.clear();
        refused(requestSystemUser(), MpCode.MP_251, "has not delegated");
    }

    @Test
    void does_not_find_the_clients_own_system_users_when_it_acts_for_another_vendor() {
        klarert.approve(ORDERS, OTHER_VENDOR);
        klarert.delegate(OTHER_VENDOR, VENDOR, ORDERS);
        klarert.addSystemUser(CUSTOMER, CUSTOMER.value());

        refused(
                requestSystemUser(),
                MpCode.MP_303,
                OAuthError.INVALID_ALTINN_CUSTOMER_CONFIGURATION,
                "no system user of " + CUSTOMER);
    }
}
