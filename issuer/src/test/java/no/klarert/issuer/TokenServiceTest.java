package no.klarert.issuer;

import static no.klarert.issuer.Installation.CLIENT;
import static no.klarert.issuer.Installation.ORDERS;
import static no.klarert.issuer.Installation.OTHER_CLIENT;
import static no.klarert.issuer.Installation.OTHER_VENDOR;
import static no.klarert.issuer.Installation.VENDOR;
import static no.klarert.issuer.Outcomes.claims;
import static no.klarert.issuer.Outcomes.issued;
import static no.klarert.issuer.Outcomes.refused;
import static no.klarert.issuer.Outcomes.refusedWithoutCode;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.klarert.vocabulary.ScopeName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Maskinporten §14 items 1, 7, 8 and 12: what is issued, and for which scopes. */
class TokenServiceTest {
    private static final ScopeName MORE = ScopeName.parse("acme:more");

    private final Installation klarert = new Installation();

    @Test
    void issues_a_token_with_exactly_the_claims_that_are_always_there() {
        var outcome = klarert.request(klarert.assertion().sign());
        assertThat(claims(outcome))
                .containsOnlyKeys(
                        "scope", "iss", "client_amr", "token_type", "exp", "iat", "client_id", "jti", "consumer")
                .containsEntry("iss", Installation.ISSUER)
                .containsEntry("client_amr", "private_key_jwt")
                .containsEntry("token_type", "Bearer")
                .containsEntry("scope", "acme:orders.read")
                .containsEntry("client_id", CLIENT.value())
                .containsEntry("iat", klarert.now.getEpochSecond())
                .containsEntry("exp", klarert.now.getEpochSecond() + 120)
                .containsEntry("consumer", Map.of("authority", "iso6523-actorid-upis", "ID", "0192:310000019"));
        assertThat((String) claims(outcome).get("jti")).matches("[A-Za-z0-9_-]{43}");
        assertThat(issued(outcome).expiresIn()).isEqualTo(Duration.ofSeconds(119));
        assertThat(issued(outcome).scopes()).containsExactly(ORDERS);
    }

    @Test
    void writes_a_header_with_key_and_algorithm_and_nothing_else() {
        var outcome = klarert.request(klarert.assertion().sign());
        var kid = klarert.issuers.maskinporten().keys().signingKey(klarert.now).id();
        assertThat(Outcomes.header(outcome)).containsOnly(Map.entry("kid", kid), Map.entry("alg", "RS256"));
        assertThat(kid).hasSize(43);
    }

    @Test
    void gives_no_two_tokens_the_same_id() {
        var first = claims(klarert.request(klarert.assertion().sign()));
        var second = claims(klarert.request(klarert.assertion().sign()));
        assertThat(first.get("jti")).isNotEqualTo(second.get("jti"));
    }

    @Test
    void the_shortest_of_the_scopes_greatest_lifetimes_counts() {
        klarert.addScope(ORDERS, Installation.settings(600, List.of(), false));
        klarert.addScope(MORE, Installation.settings(30, List.of(), false));
        klarert.register(MORE);
        klarert.approve(MORE, VENDOR);
        var outcome = klarert.request(
                klarert.assertion().claim("scope", "acme:orders.read acme:more").sign());
        assertThat(issued(outcome).expiresIn()).isEqualTo(Duration.ofSeconds(29));
    }

    @Test
    void a_client_may_ask_for_longer_as_far_as_the_scope_allows() {
        var client = klarert.client();
        klarert.replace(new Client(
                client.id(),
                client.owner(),
                "c",
                "c",
                client.scopes(),
                600,
                true,
                client.created(),
                client.lastUpdated()));
        assertThat(issued(klarert.request(klarert.assertion().sign())).expiresIn())
                .isEqualTo(Duration.ofSeconds(599));
        klarert.addScope(ORDERS, Installation.settings(300, List.of(), false));
        assertThat(issued(klarert.request(klarert.assertion().sign())).expiresIn())
                .isEqualTo(Duration.ofSeconds(299));
    }

    @Test
    void logs_an_issued_token_without_the_token() {
        klarert.request(klarert.assertion().sign());
        assertThat(klarert.stores.tokenLog)
                .containsExactly(new TokenLog.Entry(
                        klarert.now,
                        Installation.TRACE,
                        CLIENT.value(),
                        VENDOR.value(),
                        "acme:orders.read",
                        "",
                        "issued"));
    }

    @Test
    void logs_a_refusal_of_a_known_client_and_none_of_an_unknown_one() {
        klarert.request(klarert.assertion().claim("scope", "acme:other").sign());
        klarert.request(klarert.assertion().signedBy(TestKeys.OTHER).sign());
        klarert.request(klarert.assertion().claim("iss", "nobody").sign());
        assertThat(klarert.stores.tokenLog)
                .extracting(TokenLog.Entry::outcome)
                .containsExactly("invalid_scope MP-200", "invalid_grant MP-124");
    }

    @Test
    void logs_nothing_of_a_scope_claim_but_names_of_scopes() {
        var sound = klarert.assertion().sign();
        klarert.request(klarert.assertion()
                .claim("scope", "acme:orders.read 21918810010 " + sound + " acme:21918810010 \u0000\n")
                .sign());
        assertThat(klarert.stores.tokenLog)
                .extracting(TokenLog.Entry::scopes)
                .containsExactly("acme:orders.read ? ? acme:*********** ?");
    }

    @Test
    void does_not_repeat_a_personal_number_that_is_asked_for_as_a_scope() {
        refused(
                klarert.request(
                        klarert.assertion().claim("scope", "acme:21918810010").sign()),
                MpCode.MP_200,
                "for client, acme:*********** ");
    }

    @Test
    void refuses_a_scope_that_is_not_registered_on_the_client() {
        klarert.addScope(MORE, Installation.settings());
        klarert.approve(MORE, VENDOR);
        refused(
                klarert.request(klarert.assertion().claim("scope", "acme:more").sign()),
                MpCode.MP_200,
                "Token request contains invalid scopes for client, acme:more");
        klarert.register(MORE);
        issued(klarert.request(klarert.assertion().claim("scope", "acme:more").sign()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"acme", "acme:orders.read\tacme:more", "ACME:ORDERS.READ", "acme:orders.read,x", "*", "\"æ\""})
    void refuses_a_scope_that_no_client_could_have(String scope) {
        refused(
                klarert.request(klarert.assertion().claim("scope", scope).sign()),
                MpCode.MP_200,
                "Token request contains invalid scopes for client, ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "   "})
    void refuses_a_request_for_no_scope(String scope) {
        refusedWithoutCode(
                klarert.request(klarert.assertion().claim("scope", scope).sign()),
                OAuthError.INVALID_SCOPE,
                "`scope` is empty");
    }

    @Test
    void refuses_a_scope_that_was_never_granted_and_one_that_was_taken_back() {
        klarert.stores.accesses.clear();
        var phrase = "Consumer has not been granted access to the scope acme:orders.read.";
        refused(klarert.request(klarert.assertion().sign()), MpCode.MP_250, phrase);
        klarert.approve(ORDERS, VENDOR);
        issued(klarert.request(klarert.assertion().sign()));
        klarert.decide(ORDERS, VENDOR, ScopeAccess.State.DENIED);
        refused(klarert.request(klarert.assertion().sign()), MpCode.MP_250, phrase);
        klarert.decide(ORDERS, VENDOR, ScopeAccess.State.REQUESTED);
        refused(klarert.request(klarert.assertion().sign()), MpCode.MP_250, phrase);
    }

    @Test
    void a_grant_to_another_organisation_does_not_count() {
        klarert.stores.accesses.clear();
        klarert.approve(ORDERS, OTHER_VENDOR);
        refused(klarert.request(klarert.assertion().sign()), MpCode.MP_250, "granted");
    }

    @Test
    void a_scope_for_everybody_needs_no_grant() {
        klarert.stores.accesses.clear();
        klarert.addScope(ORDERS, Installation.settings(0, List.of(), true));
        issued(klarert.request(klarert.assertion().sign()));
    }

    @Test
    void refuses_a_scope_meant_for_other_integrations_and_one_out_of_use() {
        klarert.addScope(ORDERS, Installation.settings(0, List.of("api_klient"), true));
        var phrase = "Token request contains scopes not allowed for maskinporten";
        refused(klarert.request(klarert.assertion().sign()), MpCode.MP_201, phrase);
        klarert.addScope(ORDERS, Installation.settings(0, List.of("api_klient", "maskinporten"), true));
        issued(klarert.request(klarert.assertion().sign()));
        klarert.stores.scopes.computeIfPresent(
                ORDERS, (name, s) -> new Scope(name, s.owner(), s.settings(), false, s.created(), s.lastUpdated()));
        refused(klarert.request(klarert.assertion().sign()), MpCode.MP_201, phrase);
    }

    @Test
    void issues_all_scopes_or_none() {
        klarert.addScope(MORE, Installation.settings());
        klarert.register(MORE);
        var both = "acme:orders.read acme:more";
        refused(klarert.request(klarert.assertion().claim("scope", both).sign()), MpCode.MP_250, "scope acme:more.");
        klarert.approve(MORE, VENDOR);
        assertThat(claims(
                        klarert.request(klarert.assertion().claim("scope", both).sign())))
                .containsEntry("scope", both);
    }

    @Test
    void a_scope_asked_for_twice_is_issued_once() {
        var outcome = klarert.request(klarert.assertion()
                .claim("scope", "acme:orders.read  acme:orders.read")
                .sign());
        assertThat(claims(outcome)).containsEntry("scope", "acme:orders.read");
    }

    @Test
    void one_resource_becomes_a_string_and_several_an_array() {
        var one = klarert.assertion()
                .claim("resource", "https://api.example/orders")
                .sign();
        assertThat(claims(klarert.request(one))).containsEntry("aud", "https://api.example/orders");
        var array = klarert.assertion()
                .claim("resource", List.of("https://api.example/orders"))
                .sign();
        assertThat(claims(klarert.request(array))).containsEntry("aud", "https://api.example/orders");
        var two = klarert.assertion()
                .claim("resource", List.of("urn:a:b", "https://b.example"))
                .sign();
        assertThat(claims(klarert.request(two))).containsEntry("aud", List.of("urn:a:b", "https://b.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "orders", "/orders", "https://api.example/#part", "https://api.example/ x"})
    void refuses_a_resource_that_is_not_an_absolute_uri_without_fragment(String resource) {
        refusedWithoutCode(
                klarert.request(klarert.assertion().claim("resource", resource).sign()),
                OAuthError.INVALID_TARGET,
                "`resource`");
        refusedWithoutCode(
                klarert.request(klarert.assertion()
                        .claim("resource", List.of("https://api.example/", resource))
                        .sign()),
                OAuthError.INVALID_TARGET,
                "`resource`");
    }

    @Test
    void repeats_a_well_formed_pid() {
        assertThat(claims(klarert.request(
                        klarert.assertion().claim("pid", "12857410260").sign())))
                .containsEntry("pid", "12857410260");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12857410261", "1285741026", "", "abcdefghijk"})
    void refuses_another_pid_and_does_not_repeat_it(String pid) {
        var outcome = klarert.request(klarert.assertion().claim("pid", pid).sign());
        refusedWithoutCode(outcome, OAuthError.INVALID_REQUEST, "pid must be a national identity number");
        assertThat(pid.isEmpty() || !outcome.toString().contains(pid)).isTrue();
    }

    @Test
    void tells_the_consumers_prefixes_only_in_tokens_for_the_registry_and_for_delegations() {
        var write = ScopeName.parse("altinn:resourceregistry/resource.write");
        klarert.stores.organizations.put(VENDOR, new Organization(VENDOR, "Vendor", Set.of("zeta", "beta")));
        klarert.addScope(write, Installation.settings());
        klarert.register(write);
        klarert.approve(write, VENDOR);
        assertThat(claims(klarert.request(
                        klarert.assertion().claim("scope", write.value()).sign())))
                .containsEntry("consumer_prefix", List.of("beta", "zeta"));
        assertThat(claims(klarert.request(klarert.assertion().sign()))).doesNotContainKey("consumer_prefix");
    }

    @Test
    void the_token_of_each_client_names_its_own_organisation() {
        klarert.addClient(OTHER_CLIENT, OTHER_VENDOR, ORDERS);
        klarert.approve(ORDERS, OTHER_VENDOR);
        var outcome = klarert.request(
                klarert.assertion().claim("iss", OTHER_CLIENT.value()).sign());
        assertThat(claims(outcome))
                .containsEntry("client_id", OTHER_CLIENT.value())
                .containsEntry("consumer", Map.of("authority", "iso6523-actorid-upis", "ID", "0192:312880008"));
    }
}
