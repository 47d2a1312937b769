package no.klarert.access;

import static no.klarert.access.AccessWorld.right;
import static no.klarert.access.AccessWorld.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.klarert.access.ResourceRights.GrantableResource;
import no.klarert.storage.Actor;
import no.klarert.storage.AuditEvent;
import no.klarert.store.contract.TestClock;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.ActionName;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.SystemUserId;
import no.klarert.vocabulary.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Altinn PDP §8.6–8.7; access packages and roles §4.1. */
class DelegationCheckTest {
    private static final ActionName READ = new ActionName("read");
    private static final ActionName WRITE = new ActionName("write");

    private final AccessWorld world = new AccessWorld();
    private final Party company = world.organization("AS");
    private final Party person = world.person("Kari");
    private final ResourceId resource = world.resource("ske-krav", List.of("dagl", "regna"), "skatt-naering");

    @Test
    void passes_on_what_comes_by_role_and_by_package() {
        world.role("dagl", company, person);
        var answer = world.check(person, company, resource);
        assertThat(answer.delegable()).containsExactlyInAnyOrder(READ, WRITE);
        assertThat(answer.rights())
                .extracting(DelegationCheck.RightAnswer::reasons)
                .containsExactly(List.of(ReasonCode.ROLE_ACCESS), List.of(ReasonCode.PACKAGE_ACCESS));
    }

    @Test
    void passes_on_only_the_actions_the_person_has() {
        world.role("medl", company, person);
        var answer = world.check(person, company, resource);
        assertThat(answer.isDelegable()).isTrue();
        assertThat(answer.delegable()).containsExactly(READ);
    }

    @Test
    void refuses_and_names_every_way_that_was_tried() {
        var answer = world.check(person, company, resource);
        assertThat(answer.isDelegable()).isFalse();
        assertThat(answer.reason()).isEqualTo(ReasonCode.MISSING_ROLE_ACCESS);
        assertThat(answer.rights())
                .extracting(DelegationCheck.RightAnswer::reasons)
                .containsExactly(
                        List.of(ReasonCode.MISSING_ROLE_ACCESS, ReasonCode.MISSING_DELEGATION_ACCESS),
                        List.of(ReasonCode.MISSING_PACKAGE_ACCESS, ReasonCode.MISSING_DELEGATION_ACCESS));
    }

    @Test
    void names_the_missing_package_first_where_the_policy_names_packages_alone() {
        var packaged = world.resource(
                "pakket",
                new GrantableResource(Optional.empty(), List.of(right("read", List.of(), List.of("jordbruk")))));
        assertThat(world.check(person, company, packaged).reason()).isEqualTo(ReasonCode.MISSING_PACKAGE_ACCESS);
    }

    @Test
    void passes_on_a_right_that_was_delegated_to_the_person() {
        world.give("ske-krav", "write", company, to(person));
        var answer = world.check(person, company, resource);
        assertThat(answer.delegable()).containsExactly(WRITE);
        assertThat(answer.rights().get(1).reasons()).containsExactly(ReasonCode.DELEGATION_ACCESS);
    }

    @Test
    void understands_policies_that_use_the_newer_role_names() {
        var newer = world.resource(
                "nyere",
                new GrantableResource(Optional.empty(), List.of(right("read", List.of("daglig-leder"), List.of()))));
        world.role("dagl", company, person);
        assertThat(world.check(person, company, newer).isDelegable()).isTrue();
        assertThat(world.check(world.person("Ola"), company, newer).isDelegable())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = ReasonCode.class,
            names = {"RESOURCE_NOT_DELEGABLE", "RESOURCE_IS_MASKINPORTEN_SCHEMA", "ACCESS_LIST_VALIDATION_FAIL"})
    void refuses_a_resource_with_an_obstacle_whoever_asks(ReasonCode obstacle) {
        world.role("dagl", company, person);
        var rights = List.of(right("read", List.of("dagl"), List.of()));
        var answer = world.check(
                person, company, world.resource("sperret", new GrantableResource(Optional.of(obstacle), rights)));
        assertThat(answer.isDelegable()).isFalse();
        assertThat(answer.reason()).isEqualTo(obstacle);
    }

    @Test
    void refuses_an_unknown_resource_and_one_without_rights() {
        world.role("dagl", company, person);
        assertThat(world.check(person, company, new ResourceId("ukjent")).reason())
                .isEqualTo(ReasonCode.UNKNOWN);
        var bare = world.resource("tomt", new GrantableResource(Optional.empty(), List.of()));
        assertThat(world.check(person, company, bare).isDelegable()).isFalse();
        assertThat(world.check(person, company, bare).reason()).isEqualTo(ReasonCode.UNKNOWN);
    }

    @Test
    void does_not_pass_on_what_an_accountant_merely_uses() {
        var accounts = world.resource(
                "regnskap",
                new GrantableResource(
                        Optional.empty(), List.of(right("read", List.of(), List.of("regnskapsforer-lonn")))));
        world.role("regn", company, person);
        assertThat(world.packages(company, to(person))).contains("regnskapsforer-lonn");
        assertThat(world.check(person, company, accounts).isDelegable()).isFalse();
        assertThat(world.passable(person, company, "regnskapsforer-lonn")).isEmpty();
    }

    @Test
    void passes_on_assignable_packages_of_a_role() {
        world.role("dagl", company, person);
        assertThat(world.passable(person, company, "skatt-naering", "tilgangsstyrer", "hovedadministrator"))
                .containsExactlyInAnyOrder("skatt-naering", "tilgangsstyrer", "hovedadministrator");
        assertThat(world.passable(person, company, "eksplisitt", "ansvarlig-revisor", "innbygger-attester", "ukjent"))
                .isEmpty();
        assertThat(world.passable(world.person("Ola"), company, "skatt-naering"))
                .isEmpty();
    }

    @Test
    void never_passes_the_representatives_forms_on_to_a_system_user() {
        world.role("dagl", company, person);
        assertThat(world.packages(company, to(person))).contains("virksomhetens-representant-skjemaoppgaver");
        assertThat(world.passable(person, company, "virksomhetens-representant-skjemaoppgaver"))
                .isEmpty();
    }

    @Test
    void passes_on_a_package_that_was_given_and_nothing_beside_it() {
        world.give("jordbruk", company, to(person));
        assertThat(world.passable(person, company, "jordbruk", "fiske")).containsExactly("jordbruk");
        assertThat(world.passable(person, world.subUnit(company), "jordbruk")).containsExactly("jordbruk");
    }

    @Test
    void lets_an_appointed_main_administrator_pass_on_without_having() {
        world.give("hovedadministrator", company, to(person));
        assertThat(world.packages(company, to(person))).containsExactly("hovedadministrator");
        assertThat(world.passable(person, company, "skatt-naering", "post-til-virksomheten-med-taushetsbelagt-innhold"))
                .hasSize(2);
        assertThat(world.check(person, company, resource).delegable()).containsExactlyInAnyOrder(READ, WRITE);
    }

    @Test
    void does_not_let_an_appointed_main_administrator_appoint_others() {
        world.give("hovedadministrator", company, to(person));
        assertThat(world.passable(person, company, "hovedadministrator")).isEmpty();
    }

    @Test
    void does_not_let_an_access_manager_pass_on_more_than_they_have() {
        world.give("tilgangsstyrer", company, to(person));
        assertThat(world.passable(person, company, "skatt-naering")).isEmpty();
        assertThat(world.check(person, company, resource).isDelegable()).isFalse();
    }

    @Test
    void honours_the_form_of_organisation_when_passing_on() {
        var foreign = world.organization("NUF");
        world.role("ffør", foreign, person);
        world.role("ffør", company, person);
        assertThat(world.passable(person, foreign, "skatt-naering")).containsExactly("skatt-naering");
        assertThat(world.passable(person, company, "skatt-naering")).isEmpty();
    }

    @Test
    void gives_what_the_check_allows_and_takes_it_all_back() {
        world.role("medl", company, person);
        world.give("jordbruk", company, to(person));
        var systemUser = new SystemUserId(new UUID(3, 3));
        give(systemUser, List.of(resource), List.of(new AccessPackage("jordbruk")));

        assertThat(world.actions(company, to(systemUser), "ske-krav")).containsExactly("read");
        assertThat(holdings(systemUser).resources()).containsExactly(resource);
        assertThat(holdings(systemUser).accessPackages()).containsExactly(new AccessPackage("jordbruk"));
        assertThat(world.store.auditEvents())
                .extracting(AuditEvent::action, AuditEvent::object, AuditEvent::detail)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "access.give",
                        systemUser.toString(),
                        "for " + company.uuid() + ": ske-krav (read), urn:altinn:accesspackage:jordbruk"));

        world.in(tx -> {
            grants().takeAll(tx, systemUser, new Actor.OfPerson(new UserId(1)), new TestClock().instant());
            return true;
        });
        assertThat(holdings(systemUser).resources()).isEmpty();
        assertThat(holdings(systemUser).accessPackages()).isEmpty();
    }

    @Test
    void gives_nothing_at_all_if_one_thing_cannot_be_passed_on() {
        world.role("medl", company, person);
        var systemUser = new SystemUserId(new UUID(3, 3));
        assertThatExceptionOfType(CannotPassOnException.class)
                .isThrownBy(() -> give(systemUser, List.of(resource), List.of(new AccessPackage("jordbruk"))))
                .withMessageContaining("jordbruk")
                .withMessageContaining("MissingPackageAccess");
        assertThat(holdings(systemUser).resources()).isEmpty();
        assertThat(world.store.auditEvents()).isEmpty();
    }

    private AccessGrants grants() {
        return new AccessGrants(world.check, world.store.delegations(), world.store.audit());
    }

    private void give(SystemUserId to, List<ResourceId> resources, List<AccessPackage> packages) {
        var giver = new AccessGrants.Giver(new UserId(1), person.uuid());
        world.in(tx -> {
            grants().give(tx, giver, company.uuid(), to, resources, packages, new TestClock().instant());
            return true;
        });
    }

    private AccessGrants.Holdings holdings(SystemUserId systemUser) {
        return world.in(tx -> grants().holdings(tx, company.uuid(), systemUser));
    }
}
