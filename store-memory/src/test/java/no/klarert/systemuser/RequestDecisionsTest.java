package no.klarert.systemuser;

import static no.klarert.systemuser.SystemUserWorld.CALLER;
import static no.klarert.systemuser.SystemUserWorld.CLAIMS;
import static no.klarert.systemuser.SystemUserWorld.EMPLOYEE;
import static no.klarert.systemuser.SystemUserWorld.FJELL_ID;
import static no.klarert.systemuser.SystemUserWorld.FJELL_MANAGER;
import static no.klarert.systemuser.SystemUserWorld.FJORD_ID;
import static no.klarert.systemuser.SystemUserWorld.MANAGER;
import static no.klarert.systemuser.SystemUserWorld.MANAGER_AT_LEVEL_2;
import static no.klarert.systemuser.SystemUserWorld.STRANGER;
import static no.klarert.systemuser.SystemUserWorld.TAX;
import static no.klarert.systemuser.SystemUserWorld.VENDOR;
import static no.klarert.systemuser.SystemUserWorld.requestDraft;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.klarert.systemuser.RequestForDecision.Standing;
import no.klarert.vocabulary.AuthenticationLevel;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.RequestId;
import no.klarert.vocabulary.SystemUserId;
import org.junit.jupiter.api.Test;

class RequestDecisionsTest {
    private final SystemUserWorld world = new SystemUserWorld();
    private final RequestDecisions decisions = world.decisions;
    private final RegisteredSystem system = world.system(VENDOR + "_timer");
    private final SystemUserRequest request =
            world.request(requestDraft(system.id())).request();
    private final RequestId id = request.id();

    private SystemUserRequest stored() {
        return world.store
                .transactions()
                .run(transaction -> world.store.requests().find(transaction, id).orElseThrow());
    }

    private void assertNothingHappened() {
        assertThat(stored()).isEqualTo(request);
        assertThat(systemUser()).isEmpty();
        assertThat(world.holdings(new SystemUserId(id.value())).resources()).isEmpty();
        assertThat(world.holdings(new SystemUserId(id.value())).accessPackages())
                .isEmpty();
        assertThat(world.audited()).containsExactly("system.register", "systemuser-request.create");
    }

    private Optional<SystemUser> systemUser() {
        return world.store
                .transactions()
                .run(transaction -> world.store.systemUsers().find(transaction, new SystemUserId(id.value())));
    }

    private static SystemUserProblem problem(PortalOutcome<?> outcome) {
        assertThat(outcome).isInstanceOf(PortalOutcome.Refused.class);
        return ((PortalOutcome.Refused<?>) outcome).refusal().problem();
    }

    private static SystemUserProblem problem(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<?>) outcome).refusal().problem();
    }

    @Test
    void approves_and_gives_everything_asked_for() {
        var user = world.approved(id);

        assertThat(user.id().value()).isEqualTo(id.value());
        assertThat(user.integrationTitle()).isEqualTo("Fjords timer");
        assertThat(user.owner()).isEqualTo(FJORD_ID);
        assertThat(user.key()).isEqualTo(request.key());
        assertThat(systemUser()).contains(user);
        assertThat(world.holdings(user.id()).resources()).containsExactly(CLAIMS);
        assertThat(world.holdings(user.id()).accessPackages()).containsExactly(TAX);
        assertThat(stored().status()).isEqualTo(RequestStatus.ACCEPTED);
        assertThat(stored().decision()).contains(new SystemUserRequest.Decision("user:1", world.clock.instant()));
        assertThat(world.audited()).endsWith("systemuser-request.approve");
    }

    @Test
    void refuses_to_approve_twice() {
        world.approved(id);
        assertThat(problem(decisions.approve(MANAGER, FJORD_ID, id))).isEqualTo(SystemUserProblem.REQUEST_NOT_NEW);
        assertThat(problem(decisions.reject(MANAGER, FJORD_ID, id, ""))).isEqualTo(SystemUserProblem.REQUEST_NOT_NEW);
        assertThat(stored().status()).isEqualTo(RequestStatus.ACCEPTED);
    }

    @Test
    void refuses_to_approve_what_was_rejected() {
        assertThat(decisions.reject(MANAGER, FJORD_ID, id, "wrong-organization"))
                .isInstanceOf(PortalOutcome.Done.class);
        assertThat(stored().status()).isEqualTo(RequestStatus.REJECTED);
        assertThat(world.store.auditEvents())
                .last()
                .satisfies(event -> assertThat(event.detail()).endsWith("reason wrong-organization"));

        assertThat(problem(decisions.approve(MANAGER, FJORD_ID, id))).isEqualTo(SystemUserProblem.REQUEST_NOT_NEW);
        assertThat(systemUser()).isEmpty();
    }

    @Test
    void refuses_people_without_authority() {
        for (var person : List.of(EMPLOYEE, STRANGER, FJELL_MANAGER)) {
            assertThat(decisions.approve(person, FJORD_ID, id)).isInstanceOf(PortalOutcome.NotAllowed.class);
            assertThat(decisions.reject(person, FJORD_ID, id, "")).isInstanceOf(PortalOutcome.NotAllowed.class);
        }
        assertNothingHappened();
    }

    @Test
    void refuses_a_log_in_that_is_not_sure_enough() {
        var tooLow = new PortalOutcome.LevelTooLow<>(new AuthenticationLevel(3));
        assertThat(decisions.approve(MANAGER_AT_LEVEL_2, FJORD_ID, id)).isEqualTo(tooLow);
        assertThat(decisions.reject(MANAGER_AT_LEVEL_2, FJORD_ID, id, "")).isEqualTo(tooLow);
        assertNothingHappened();
    }

    @Test
    void refuses_to_decide_someone_elses_request() {
        assertThat(problem(decisions.approve(FJELL_MANAGER, FJELL_ID, id))).isEqualTo(SystemUserProblem.OTHER_PARTY);
        assertThat(problem(decisions.reject(FJELL_MANAGER, FJELL_ID, id, ""))).isEqualTo(SystemUserProblem.OTHER_PARTY);
        assertNothingHappened();
    }

    @Test
    void refuses_an_unknown_party_and_an_unknown_request() {
        assertThat(decisions.approve(MANAGER, new PartyId(1), id)).isInstanceOf(PortalOutcome.NotAllowed.class);
        assertThat(problem(decisions.approve(MANAGER, FJORD_ID, new RequestId(UUID.randomUUID()))))
                .isEqualTo(SystemUserProblem.REQUEST_UNKNOWN);
        assertNothingHappened();
    }

    @Test
    void refuses_what_the_person_cannot_pass_on_and_says_which() {
        world.withheld.put(CLAIMS, "MissingRoleAccess");
        world.withheld.put(TAX, "MissingPackageAccess");
        assertThat(decisions.approve(MANAGER, FJORD_ID, id))
                .isEqualTo(new PortalOutcome.CannotPassOn<>(
                        SystemUserProblem.MISSING_ROLE,
                        List.of(
                                new Delegations.Check(
                                        new Delegations.Subject.OfResource(CLAIMS), false, "MissingRoleAccess"),
                                new Delegations.Check(
                                        new Delegations.Subject.OfPackage(TAX), false, "MissingPackageAccess"))));
        assertNothingHappened();
    }

    @Test
    void names_a_missing_package_by_a_problem_of_its_own() {
        world.withheld.put(TAX, "MissingPackageAccess");
        assertThat(decisions.approve(MANAGER, FJORD_ID, id))
                .isInstanceOfSatisfying(
                        PortalOutcome.CannotPassOn.class,
                        outcome -> assertThat(outcome.problem()).isEqualTo(SystemUserProblem.MISSING_PACKAGES));
        assertNothingHappened();
    }

    @Test
    void undoes_everything_when_giving_fails_and_can_be_tried_again() {
        world.failing.add(TAX);
        assertThat(problem(decisions.approve(MANAGER, FJORD_ID, id))).isEqualTo(SystemUserProblem.DELEGATION_FAILED);
        assertNothingHappened();

        world.failing.clear();
        assertThat(world.approved(id).id().value()).isEqualTo(id.value());
    }

    @Test
    void refuses_to_approve_after_180_days_and_may_still_reject() {
        world.clock.advance(Duration.ofDays(181));
        assertThat(problem(decisions.approve(MANAGER, FJORD_ID, id))).isEqualTo(SystemUserProblem.REQUEST_NOT_NEW);
        assertNothingHappened();
        assertThat(decisions.reject(MANAGER, FJORD_ID, id, "")).isInstanceOf(PortalOutcome.Done.class);
    }

    @Test
    void refuses_to_approve_for_a_system_deleted_meanwhile() {
        world.register.delete(new Registrar(CALLER, false), system.id());
        assertThat(problem(decisions.approve(MANAGER, FJORD_ID, id))).isEqualTo(SystemUserProblem.SYSTEM_UNKNOWN);
        assertThat(systemUser()).isEmpty();
    }

    @Test
    void refuses_to_approve_while_another_system_user_has_the_key() {
        world.store
                .transactions()
                .run(transaction -> world.store
                        .systemUsers()
                        .insert(
                                transaction,
                                new SystemUser(
                                        new SystemUserId(UUID.randomUUID()),
                                        request.key(),
                                        FJORD_ID,
                                        "Annen",
                                        List.of(),
                                        world.clock.instant()),
                                "test"));
        assertThat(problem(decisions.approve(MANAGER, FJORD_ID, id))).isEqualTo(SystemUserProblem.SYSTEM_USER_EXISTS);
        assertNothingHappened();
    }

    @Test
    void shows_the_manager_the_request_and_what_is_missing() {
        var reading = reading(MANAGER);
        assertThat(reading.view().request()).isEqualTo(request);
        assertThat(reading.customer().name()).isEqualTo("Fjord AS");
        assertThat(reading.system()).isEqualTo(system);
        assertThat(reading.standing()).isEqualTo(new Standing.MayDecide(List.of()));

        world.withheld.put(CLAIMS, "MissingRoleAccess");
        assertThat(reading(MANAGER).standing())
                .isEqualTo(new Standing.MayDecide(List.of(new Delegations.Check(
                        new Delegations.Subject.OfResource(CLAIMS), false, "MissingRoleAccess"))));
    }

    private RequestForDecision reading(EndUser person) {
        var outcome = decisions.read(person, id);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<RequestForDecision>) outcome).value();
    }

    @Test
    void shows_others_of_the_customer_that_they_cannot_decide_here() {
        assertThat(reading(EMPLOYEE).standing()).isInstanceOf(Standing.MayOnlySee.class);
        assertThat(reading(MANAGER_AT_LEVEL_2).standing())
                .isEqualTo(new Standing.LevelTooLow(new AuthenticationLevel(3)));
    }

    @Test
    void shows_strangers_nothing() {
        for (var person : Set.of(STRANGER, FJELL_MANAGER)) {
            assertThat(problem(decisions.read(person, id))).isEqualTo(SystemUserProblem.NOT_ACCESS_MANAGER);
        }
        assertThat(problem(decisions.read(MANAGER, new RequestId(UUID.randomUUID()))))
                .isEqualTo(SystemUserProblem.REQUEST_UNKNOWN);
    }

    @Test
    void shows_a_request_by_party_to_that_party_alone() {
        assertThat(decisions.readForParty(MANAGER, FJORD_ID, id))
                .isInstanceOfSatisfying(
                        PortalOutcome.Done.class,
                        done -> assertThat(done.value())
                                .isEqualTo(reading(MANAGER).view()));
        assertThat(problem(decisions.readForParty(FJELL_MANAGER, FJELL_ID, id)))
                .isEqualTo(SystemUserProblem.REQUEST_UNKNOWN);
        assertThat(decisions.readForParty(EMPLOYEE, FJORD_ID, id)).isInstanceOf(PortalOutcome.NotAllowed.class);
    }

    @Test
    void lists_what_waits_for_an_answer() {
        assertThat(decisions.pending(MANAGER, FJORD_ID))
                .isEqualTo(new PortalOutcome.Done<>(List.of(reading(MANAGER).view())));
        assertThat(decisions.pending(FJELL_MANAGER, FJELL_ID)).isEqualTo(new PortalOutcome.Done<>(List.of()));
        assertThat(decisions.pending(EMPLOYEE, FJORD_ID)).isInstanceOf(PortalOutcome.NotAllowed.class);

        world.approved(id);
        assertThat(decisions.pending(MANAGER, FJORD_ID)).isEqualTo(new PortalOutcome.Done<>(List.of()));
    }
}
