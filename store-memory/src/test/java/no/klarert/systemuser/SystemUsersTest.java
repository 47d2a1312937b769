package no.klarert.systemuser;

import static no.klarert.systemuser.SystemUserWorld.CALLER;
import static no.klarert.systemuser.SystemUserWorld.CLAIMS;
import static no.klarert.systemuser.SystemUserWorld.EMPLOYEE;
import static no.klarert.systemuser.SystemUserWorld.FJELL;
import static no.klarert.systemuser.SystemUserWorld.FJELL_ID;
import static no.klarert.systemuser.SystemUserWorld.FJELL_MANAGER;
import static no.klarert.systemuser.SystemUserWorld.FJORD;
import static no.klarert.systemuser.SystemUserWorld.FJORD_ID;
import static no.klarert.systemuser.SystemUserWorld.MANAGER;
import static no.klarert.systemuser.SystemUserWorld.MANAGER_AT_LEVEL_2;
import static no.klarert.systemuser.SystemUserWorld.OTHER_VENDOR;
import static no.klarert.systemuser.SystemUserWorld.TAX;
import static no.klarert.systemuser.SystemUserWorld.VENDOR;
import static no.klarert.systemuser.SystemUserWorld.requestDraft;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.ExternalRef;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.RequestId;
import no.klarert.vocabulary.SystemUserId;
import org.junit.jupiter.api.Test;

class SystemUsersTest {
    private final SystemUserWorld world = new SystemUserWorld();
    private final SystemUsers systemUsers = world.systemUsers;
    private final RegisteredSystem system = world.system(VENDOR + "_timer");
    private final ClientId client = system.clientIds().get(0);
    private final SystemUser user =
            world.approved(world.request(requestDraft(system.id())).request().id());
    private final SystemUserView view = new SystemUserView(user, system);

    private static SystemUserProblem problem(PortalOutcome<?> outcome) {
        assertThat(outcome).isInstanceOf(PortalOutcome.Refused.class);
        return ((PortalOutcome.Refused<?>) outcome).refusal().problem();
    }

    @Test
    void lists_a_partys_system_users_for_its_managers() {
        assertThat(systemUsers.ofParty(MANAGER, FJORD_ID)).isEqualTo(new PortalOutcome.Done<>(List.of(view)));
        assertThat(systemUsers.ofParty(FJELL_MANAGER, FJELL_ID)).isEqualTo(new PortalOutcome.Done<>(List.of()));
        assertThat(systemUsers.ofParty(EMPLOYEE, FJORD_ID)).isInstanceOf(PortalOutcome.NotAllowed.class);
        assertThat(systemUsers.ofParty(FJELL_MANAGER, FJORD_ID)).isInstanceOf(PortalOutcome.NotAllowed.class);
    }

    @Test
    void shows_what_a_system_user_was_given() {
        var byParty = systemUsers.read(MANAGER, FJORD_ID, user.id());
        assertThat(byParty).isInstanceOf(PortalOutcome.Done.class);
        var detail = ((PortalOutcome.Done<SystemUserDetail>) byParty).value();
        assertThat(detail.view()).isEqualTo(view);
        assertThat(detail.owner().number()).isEqualTo(FJORD);
        assertThat(detail.holdings().resources()).containsExactly(CLAIMS);
        assertThat(detail.holdings().accessPackages()).containsExactly(TAX);
        assertThat(systemUsers.read(MANAGER, user.id())).isEqualTo(byParty);
    }

    @Test
    void shows_no_other_partys_system_user() {
        assertThat(problem(systemUsers.read(FJELL_MANAGER, FJELL_ID, user.id())))
                .isEqualTo(SystemUserProblem.SYSTEM_USER_UNKNOWN);
        assertThat(systemUsers.read(FJELL_MANAGER, user.id())).isInstanceOf(PortalOutcome.NotAllowed.class);
        assertThat(systemUsers.read(MANAGER, new SystemUserId(UUID.randomUUID())))
                .isInstanceOf(PortalOutcome.NotAllowed.class);
    }

    @Test
    void finds_a_system_user_for_the_issuer() {
        assertThat(systemUsers.byExternalId(client, VENDOR, FJORD, Optional.empty()))
                .contains(view);
        assertThat(systemUsers.byExternalId(client, VENDOR, FJORD, Optional.of(new ExternalRef(FJORD.value()))))
                .contains(view);
    }

    @Test
    void finds_none_for_another_client_vendor_owner_or_reference() {
        assertThat(systemUsers.byExternalId(new ClientId("annen"), VENDOR, FJORD, Optional.empty()))
                .isEmpty();
        assertThat(systemUsers.byExternalId(client, OTHER_VENDOR, FJORD, Optional.empty()))
                .isEmpty();
        assertThat(systemUsers.byExternalId(client, VENDOR, FJELL, Optional.empty()))
                .isEmpty();
        assertThat(systemUsers.byExternalId(client, VENDOR, FJORD, Optional.of(new ExternalRef("kunde-2"))))
                .isEmpty();
    }

    @Test
    void finds_none_for_the_issuer_once_the_system_is_deleted_though_the_owner_still_sees_it() {
        world.register.delete(new Registrar(CALLER, false), system.id());
        assertThat(systemUsers.byExternalId(client, VENDOR, FJORD, Optional.empty()))
                .isEmpty();
        assertThat(systemUsers.read(MANAGER, user.id())).isInstanceOf(PortalOutcome.Done.class);
    }

    @Test
    void finds_a_system_user_by_key_for_its_vendor_alone() {
        assertThat(systemUsers.byKey(VENDOR, user.key())).contains(view);
        assertThat(systemUsers.byKey(OTHER_VENDOR, user.key())).isEmpty();
        var other = new SystemUserRequest.Key(system.id(), new OrgNumber("950474084"), new ExternalRef("950474084"));
        assertThat(systemUsers.byKey(VENDOR, other)).isEmpty();
    }

    @Test
    void deletes_a_system_user_with_everything_it_was_given_and_its_request() {
        assertThat(systemUsers.delete(MANAGER, FJORD_ID, user.id())).isEqualTo(new PortalOutcome.Done<>(user));

        assertThat(world.holdings(user.id()).resources()).isEmpty();
        assertThat(world.holdings(user.id()).accessPackages()).isEmpty();
        assertThat(systemUsers.byExternalId(client, VENDOR, FJORD, Optional.empty()))
                .isEmpty();
        assertThat(systemUsers.ofParty(MANAGER, FJORD_ID)).isEqualTo(new PortalOutcome.Done<>(List.of()));
        assertThat(world.requests.read(VENDOR, new RequestId(user.id().value())))
                .isEqualTo(Outcome.refused(SystemUserProblem.REQUEST_UNKNOWN));
        assertThat(world.audited()).endsWith("systemuser.delete");
        assertThat(problem(systemUsers.delete(MANAGER, FJORD_ID, user.id())))
                .isEqualTo(SystemUserProblem.SYSTEM_USER_UNKNOWN);
    }

    @Test
    void refuses_to_delete_for_anyone_else() {
        assertThat(problem(systemUsers.delete(FJELL_MANAGER, FJELL_ID, user.id())))
                .isEqualTo(SystemUserProblem.NOT_YOURS_TO_DELETE);
        assertThat(systemUsers.delete(EMPLOYEE, FJORD_ID, user.id())).isInstanceOf(PortalOutcome.NotAllowed.class);
        assertThat(systemUsers.delete(MANAGER_AT_LEVEL_2, FJORD_ID, user.id()))
                .isInstanceOf(PortalOutcome.LevelTooLow.class);
        assertThat(world.holdings(user.id()).resources()).containsExactly(CLAIMS);
        assertThat(systemUsers.byKey(VENDOR, user.key())).contains(view);
    }
}
