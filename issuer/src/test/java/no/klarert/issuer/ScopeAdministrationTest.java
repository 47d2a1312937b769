package no.klarert.issuer;

import static no.klarert.issuer.Installation.OPERATOR;
import static no.klarert.issuer.Installation.ORDERS;
import static no.klarert.issuer.Installation.OTHER_VENDOR;
import static no.klarert.issuer.Installation.PROVIDER;
import static no.klarert.issuer.Installation.VENDOR;
import static no.klarert.issuer.Installation.acting;
import static no.klarert.issuer.Installation.settings;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.klarert.storage.Actor;
import no.klarert.storage.AuditEvent;
import no.klarert.vocabulary.LocalizedText;
import no.klarert.vocabulary.ScopeName;
import org.junit.jupiter.api.Test;

/** Maskinporten §14 item 14, scopes and accesses. */
class ScopeAdministrationTest {
    private static final ScopeName NEW = ScopeName.parse("acme:new/thing.write");

    private final Installation klarert = new Installation();
    private final ActingOrganization provider = acting(PROVIDER);
    private final ScopeAdministration scopes = klarert.scopeAdministration();
    private final ScopeAccessAdministration accesses = klarert.accessAdministration();

    private static <T> T done(AdministrationOutcome<T> outcome) {
        assertThat(outcome).isInstanceOf(AdministrationOutcome.Done.class);
        return ((AdministrationOutcome.Done<T>) outcome).value();
    }

    private void changedNothing() {
        assertThat(klarert.stores.audit).isEmpty();
    }

    @Test
    void creates_a_scope_under_its_own_prefix_and_leaves_a_record() {
        var scope = done(scopes.create(provider, NEW, settings()));
        assertThat(scope).isEqualTo(new Scope(NEW, PROVIDER, settings(), true, klarert.now, klarert.now));
        assertThat(klarert.stores.scopes).containsEntry(NEW, scope);
        assertThat(klarert.stores.audit)
                .containsExactly(new AuditEvent(
                        klarert.now, new Actor.OfOrganization(PROVIDER, "admin"), "scope.create", NEW.value(), ""));
    }

    @Test
    void refuses_a_scope_under_anothers_prefix_or_one_without_owner() {
        assertThat(scopes.create(acting(VENDOR), NEW, settings())).isInstanceOf(AdministrationOutcome.Forbidden.class);
        assertThat(scopes.create(provider, ScopeName.parse("free:thing"), settings()))
                .isInstanceOf(AdministrationOutcome.Forbidden.class);
        assertThat(klarert.stores.scopes).containsOnlyKeys(ORDERS);
        changedNothing();
    }

    @Test
    void a_scope_is_created_once_also_when_it_was_deactivated() {
        assertThat(scopes.create(provider, ORDERS, settings())).isInstanceOf(AdministrationOutcome.Conflict.class);
        done(scopes.deactivate(provider, ORDERS));
        assertThat(scopes.create(provider, ORDERS, settings())).isInstanceOf(AdministrationOutcome.Conflict.class);
        assertThat(done(scopes.read(provider, ORDERS)).active()).isFalse();
    }

    @Test
    void update_replaces_the_settings_and_keeps_what_identifies_the_scope() {
        klarert.now = klarert.now.plusSeconds(60);
        var created = done(scopes.read(provider, ORDERS)).created();
        var changed = settings(600, List.of(), true);
        assertThat(done(scopes.update(provider, ORDERS, changed, Activation.AS_IT_IS)))
                .isEqualTo(new Scope(ORDERS, PROVIDER, changed, true, created, klarert.now));
    }

    @Test
    void a_deactivated_scope_is_hidden_gives_no_token_and_comes_back_by_update_only_when_asked() {
        assertThat(done(scopes.deactivate(provider, ORDERS)).active()).isFalse();
        assertThat(scopes.list(provider, Listing.ACTIVE, Page.ALL).items()).isEmpty();
        assertThat(scopes.list(provider, Listing.WITH_INACTIVE, Page.ALL).items())
                .hasSize(1);
        assertThat(scopes.listPublic(ScopeStore.Availability.ANY, Page.ALL).items())
                .isEmpty();
        Outcomes.refused(klarert.request(klarert.assertion().sign()), MpCode.MP_201, "not allowed for maskinporten");
        assertThat(done(scopes.update(provider, ORDERS, settings(), Activation.AS_IT_IS))
                        .active())
                .isFalse();
        assertThat(done(scopes.update(provider, ORDERS, settings(), Activation.ACTIVE))
                        .active())
                .isTrue();
        Outcomes.issued(klarert.request(klarert.assertion().sign()));
        assertThat(done(scopes.update(provider, ORDERS, settings(), Activation.INACTIVE))
                        .active())
                .isFalse();
    }

    @Test
    void others_learn_nothing_of_a_scope_and_cannot_touch_it() {
        var vendor = acting(VENDOR);
        for (var name : List.of(ORDERS, NEW)) {
            var reason =
                    new AdministrationOutcome.Forbidden<>("scope prefix `acme` does not belong to your organisation");
            assertThat((Object) scopes.read(vendor, name)).isEqualTo(reason);
            assertThat((Object) scopes.deactivate(vendor, name)).isEqualTo(reason);
            assertThat((Object) scopes.update(vendor, name, settings(), Activation.ACTIVE))
                    .isEqualTo(reason);
            assertThat((Object) accesses.grant(vendor, name, VENDOR)).isEqualTo(reason);
            assertThat((Object) accesses.revoke(vendor, name, VENDOR)).isEqualTo(reason);
            assertThat((Object) accesses.accesses(vendor, name, ScopeAccess.State.ALL, Page.ALL))
                    .isEqualTo(reason);
        }
        changedNothing();
    }

    @Test
    void the_owner_of_the_prefix_is_told_that_there_is_no_such_scope() {
        assertThat(scopes.read(provider, NEW)).isInstanceOf(AdministrationOutcome.Unknown.class);
        assertThat(scopes.deactivate(provider, NEW)).isInstanceOf(AdministrationOutcome.Unknown.class);
        assertThat(scopes.update(provider, NEW, settings(), Activation.ACTIVE))
                .isInstanceOf(AdministrationOutcome.Unknown.class);
        assertThat(accesses.grant(provider, NEW, VENDOR)).isInstanceOf(AdministrationOutcome.Unknown.class);
        changedNothing();
    }

    @Test
    void reports_every_field_that_is_wrong_and_changes_nothing() {
        var wrong = new ScopeSettings(
                LocalizedText.of(Map.of("en", "x".repeat(1_001))),
                LocalizedText.of(Map.of("nb", "x".repeat(10_001))),
                ScopeSettings.Visibility.INTERNAL,
                ScopeSettings.TokenType.OPAQUE,
                7_201,
                -1,
                List.of("maskinporten", "fax"),
                Optional.of("https://elsewhere.example/"),
                false,
                ScopeSettings.Traits.NONE);
        for (var outcome : List.of(
                scopes.create(provider, NEW, wrong), scopes.update(provider, ORDERS, wrong, Activation.ACTIVE))) {
            assertThat(outcome).isInstanceOf(AdministrationOutcome.Invalid.class);
            assertThat(((AdministrationOutcome.Invalid<Scope>) outcome).fields())
                    .extracting(InvalidField::field)
                    .containsExactly(
                            "description",
                            "description",
                            "long_description",
                            "at_max_age",
                            "authorization_max_lifetime",
                            "token_type",
                            "visibility",
                            "allowed_integration_types",
                            "delegation_source");
        }
        assertThat(klarert.stores.scopes).containsOnlyKeys(ORDERS);
        changedNothing();
    }

    @Test
    void accepts_a_delegation_source_that_is_listed() {
        assertThat(scopes.delegationSources()).containsExactly(Installation.DELEGATION_SOURCE);
        var s = settings();
        var settings = new ScopeSettings(
                s.description(),
                s.longDescription(),
                s.visibility(),
                s.tokenType(),
                0,
                0,
                List.of(),
                Optional.of(Installation.DELEGATION_SOURCE.issuer()),
                false,
                s.traits());
        done(scopes.create(provider, NEW, settings));
    }

    @Test
    void only_active_public_scopes_are_shown_to_everyone() {
        klarert.addScope(NEW, privateSettings());
        assertThat(scopes.listPublic(ScopeStore.Availability.ANY, Page.ALL).items())
                .extracting(Scope::name)
                .containsExactly(ORDERS);
        assertThat(scopes.list(provider, Listing.ACTIVE, Page.ALL).items())
                .extracting(Scope::name)
                .containsExactly(NEW, ORDERS);
        assertThat(scopes.list(acting(VENDOR), Listing.WITH_INACTIVE, Page.ALL).items())
                .isEmpty();
    }

    private static ScopeSettings privateSettings() {
        return withVisibility(ScopeSettings.Visibility.PRIVATE);
    }

    private static ScopeSettings withVisibility(ScopeSettings.Visibility visibility) {
        var s = settings();
        return new ScopeSettings(
                s.description(),
                s.longDescription(),
                visibility,
                s.tokenType(),
                0,
                0,
                List.of(),
                Optional.empty(),
                false,
                s.traits());
    }

    @Test
    void a_grant_counts_at_once_is_idempotent_and_can_be_taken_back() {
        klarert.stores.accesses.clear();
        Outcomes.refused(klarert.request(klarert.assertion().sign()), MpCode.MP_250, "granted");
        var granted = done(accesses.grant(provider, ORDERS, VENDOR));
        assertThat(granted.owner()).isEqualTo(PROVIDER);
        assertThat(granted.access())
                .isEqualTo(new ScopeAccess(ORDERS, VENDOR, ScopeAccess.State.APPROVED, klarert.now, klarert.now));
        Outcomes.issued(klarert.request(klarert.assertion().sign()));
        var first = klarert.now;
        klarert.now = first.plusSeconds(5);
        assertThat(done(accesses.grant(provider, ORDERS, VENDOR))).isEqualTo(granted);
        assertThat(done(accesses.revoke(provider, ORDERS, VENDOR)).access())
                .isEqualTo(new ScopeAccess(ORDERS, VENDOR, ScopeAccess.State.DENIED, first, klarert.now));
        Outcomes.refused(klarert.request(klarert.assertion().sign()), MpCode.MP_250, "granted");
        assertThat(done(accesses.grant(provider, ORDERS, VENDOR)).access().state())
                .isEqualTo(ScopeAccess.State.APPROVED);
        assertThat(klarert.stores.audit)
                .extracting(event -> event.action() + " " + event.detail())
                .containsExactly("scope.grant 310000019", "scope.revoke 310000019", "scope.grant 310000019");
    }

    @Test
    void what_was_never_granted_cannot_be_taken_back() {
        assertThat(accesses.revoke(provider, ORDERS, OTHER_VENDOR)).isInstanceOf(AdministrationOutcome.Unknown.class);
        changedNothing();
    }

    @Test
    void a_deactivated_scope_is_not_granted() {
        done(scopes.deactivate(provider, ORDERS));
        assertThat(accesses.grant(provider, ORDERS, OTHER_VENDOR)).isInstanceOf(AdministrationOutcome.Conflict.class);
    }

    @Test
    void owner_and_consumer_see_the_access_from_their_sides() {
        done(accesses.grant(provider, ORDERS, OTHER_VENDOR));
        assertThat(done(accesses.accesses(provider, ORDERS, ScopeAccess.State.ALL, Page.ALL))
                        .items())
                .extracting(granted -> granted.access().consumer())
                .containsExactly(VENDOR, OTHER_VENDOR);
        assertThat(accesses.ownAccesses(acting(OTHER_VENDOR), ScopeAccess.State.ALL, Page.ALL)
                        .items())
                .singleElement()
                .satisfies(granted -> {
                    assertThat(granted.access().scope()).isEqualTo(ORDERS);
                    assertThat(granted.owner()).isEqualTo(PROVIDER);
                });
        assertThat(accesses.ownAccesses(provider, ScopeAccess.State.ALL, Page.ALL)
                        .items())
                .isEmpty();
    }

    @Test
    void an_internal_scope_is_the_operators_own_and_is_granted_to_nobody_else() {
        klarert.stores.organizations.put(OPERATOR, new Organization(OPERATOR, "Operator", Set.of("altinn")));
        var internal = ScopeName.parse("altinn:internal");
        done(scopes.create(acting(OPERATOR), internal, withVisibility(ScopeSettings.Visibility.INTERNAL)));
        assertThat(accesses.grant(acting(OPERATOR), internal, VENDOR))
                .isInstanceOf(AdministrationOutcome.Forbidden.class);
        done(accesses.grant(acting(OPERATOR), internal, OPERATOR));
    }
}
