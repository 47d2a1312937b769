package no.klarert.issuer;

import static no.klarert.issuer.Installation.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import no.klarert.vocabulary.ScopeName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformScopesTest {
    private final Installation klarert = new Installation();
    private final PlatformScopes platform = new PlatformScopes(
            klarert.stores.transactions,
            klarert.stores.organizationStore,
            klarert.stores.scopeStore,
            klarert.stores.auditTrail,
            klarert);

    @Test
    void installs_every_scope_of_the_catalogue_for_the_operator() {
        platform.install(OPERATOR, "Operator");
        assertThat(klarert.stores.organizations)
                .containsEntry(OPERATOR, new Organization(OPERATOR, "Operator", Set.of("altinn", "idporten")));
        assertThat(PlatformScopes.names()).hasSizeGreaterThan(20).allSatisfy(name -> {
            var scope = Objects.requireNonNull(klarert.stores.scopes.get(name));
            assertThat(scope.owner()).isEqualTo(OPERATOR);
            assertThat(scope.active()).isTrue();
            assertThat(scope.settings().description().isComplete()).isTrue();
        });
    }

    @Test
    void the_settings_are_those_an_administrator_could_give() {
        platform.install(OPERATOR, "Operator");
        var rules = new ScopeRules(OPERATOR, List.of());
        assertThat(PlatformScopes.names())
                .allSatisfy(name -> assertThat(rules.check(
                                OPERATOR,
                                Objects.requireNonNull(klarert.stores.scopes.get(name))
                                        .settings()))
                        .isEmpty());
    }

    @Test
    void installing_again_changes_nothing_that_people_changed() {
        platform.install(OPERATOR, "Operator");
        var name = PlatformScopes.names().get(0);
        klarert.scopeAdministration().deactivate(Installation.acting(OPERATOR), name);
        var scopes = Map.copyOf(klarert.stores.scopes);
        int events = klarert.stores.audit.size();
        platform.install(OPERATOR, "Another name");
        assertThat(klarert.stores.scopes).isEqualTo(scopes);
        assertThat(klarert.stores.audit).hasSize(events);
        assertThat(klarert.stores.organizations.get(OPERATOR))
                .isEqualTo(new Organization(OPERATOR, "Operator", Set.of("altinn", "idporten")));
    }

    @Test
    void an_operator_that_exists_keeps_its_name_and_prefixes() {
        klarert.stores.organizations.put(OPERATOR, new Organization(OPERATOR, "Digdir", Set.of("digdir")));
        platform.install(OPERATOR, "Operator");
        assertThat(klarert.stores.organizations.get(OPERATOR))
                .isEqualTo(new Organization(OPERATOR, "Digdir", Set.of("digdir", "altinn", "idporten")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "altinn:maskinporten/systemuser.read",
                "altinn:maskinporten/delegations.admin",
                "altinn:authentication/systemuser.admin",
                "altinn:portal/enduser"
            })
    void what_only_the_platform_uses_cannot_be_granted(String name) {
        platform.install(OPERATOR, "Operator");
        assertThat(klarert.accessAdministration()
                        .grant(Installation.acting(OPERATOR), ScopeName.parse(name), Installation.VENDOR))
                .isInstanceOf(AdministrationOutcome.Forbidden.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "idporten:scopes.write",
                "idporten:dcr.write",
                "altinn:authentication/systemregister.write",
                "altinn:authorization/authorize"
            })
    void what_others_use_can_be_granted(String name) {
        platform.install(OPERATOR, "Operator");
        assertThat(klarert.accessAdministration()
                        .grant(Installation.acting(OPERATOR), ScopeName.parse(name), Installation.VENDOR))
                .isInstanceOf(AdministrationOutcome.Done.class);
    }
}
