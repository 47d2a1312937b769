package no.klarert.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.klarert.storage.StorageException;
import no.klarert.storage.Transactions;
import no.klarert.systemuser.SystemStore;
import no.klarert.systemuser.SystemUser;
import no.klarert.systemuser.SystemUserRequest;
import no.klarert.systemuser.SystemUserStore;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.ExternalRef;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.SystemId;
import no.klarert.vocabulary.SystemUserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link SystemUserStore}. */
public abstract class SystemUserStoreContract extends StoreContract {
    private static final OrgNumber VENDOR = Samples.organization(0);
    private static final SystemId SYSTEM = Samples.system("tidsreg").id();
    private static final SystemId OTHER_SYSTEM = Samples.system("timereg").id();
    private static final OrgNumber CUSTOMER = Samples.organization(5);
    private static final OrgNumber OTHER_CUSTOMER = Samples.organization(6);
    private static final PartyId OWNER = new PartyId(50_000_005);
    private static final Instant LATER = Samples.NOW.plusSeconds(60);
    private static final String CREATOR = "user:20000001";

    private final SystemUserStore systemUsers;
    private final SystemStore systems;

    protected SystemUserStoreContract(Transactions transactions, SystemUserStore systemUsers, SystemStore systems) {
        super(transactions);
        this.systemUsers = systemUsers;
        this.systems = systems;
    }

    @BeforeEach
    void register_two_systems() {
        perform(transaction -> {
            systems.insert(transaction, Samples.system("tidsreg", "client-a", "client-b"));
            systems.insert(transaction, Samples.system("timereg", "client-c"));
        });
    }

    private static SystemUserRequest.Key key(SystemId system, OrgNumber customer, String externalRef) {
        return new SystemUserRequest.Key(system, customer, new ExternalRef(externalRef));
    }

    private static SystemUser systemUser(String id, SystemUserRequest.Key key, PartyId owner, Instant created) {
        return new SystemUser(
                new SystemUserId(Samples.uuid(id)),
                key,
                owner,
                "Regnskap i skyen",
                List.of(new AccessPackage("skatt-næring"), new AccessPackage("a-ordningen")),
                created);
    }

    private static SystemUser systemUser(String id, String externalRef) {
        return systemUser(id, key(SYSTEM, CUSTOMER, externalRef), OWNER, Samples.NOW);
    }

    private boolean insert(SystemUser systemUser) {
        return answer(transaction -> systemUsers.insert(transaction, systemUser, CREATOR));
    }

    private Optional<SystemUser> find(SystemUser systemUser) {
        return answer(transaction -> systemUsers.find(transaction, systemUser.id()));
    }

    private Optional<SystemUser> findByKey(SystemUserRequest.Key key) {
        return answer(transaction -> systemUsers.findByKey(transaction, key));
    }

    private Optional<SystemUser> findForClient(String client, OrgNumber vendor, OrgNumber owner, String externalRef) {
        return answer(transaction ->
                systemUsers.findForClient(transaction, new ClientId(client), vendor, owner, externalRef));
    }

    private boolean delete(SystemUser systemUser) {
        return answer(transaction -> systemUsers.delete(transaction, systemUser.id(), CREATOR, LATER));
    }

    @Test
    void finds_an_inserted_system_user_as_it_was() {
        var systemUser = systemUser("00000001", "kunde-4711");

        assertThat(insert(systemUser)).isTrue();
        assertThat(find(systemUser)).contains(systemUser);
        assertThat(findByKey(systemUser.key())).contains(systemUser);
        assertFound(transaction -> systemUsers.lock(transaction, systemUser.id()))
                .contains(systemUser);
    }

    @Test
    void finds_no_system_user_that_was_not_inserted() {
        insert(systemUser("00000001", "a"));
        var other = systemUser("00000002", "A");

        assertThat(find(other)).isEmpty();
        assertFound(transaction -> systemUsers.lock(transaction, other.id())).isEmpty();
        assertThat(findByKey(other.key())).isEmpty();
    }

    @Test
    void refuses_a_second_system_user_with_the_same_key() {
        var first = systemUser("00000001", "a");
        insert(first);

        assertThat(insert(systemUser("00000002", "a"))).isFalse();
        assertThat(findByKey(first.key())).contains(first);
    }

    @Test
    void refuses_a_second_system_user_with_the_same_id() {
        var first = systemUser("00000001", "a");
        insert(first);

        assertThat(insert(systemUser("00000001", "b"))).isFalse();
        assertThat(find(first)).contains(first);
        assertThat(findByKey(key(SYSTEM, CUSTOMER, "b"))).isEmpty();
    }

    @Test
    void lets_one_of_several_with_one_key_at_once_win() {
        var won = Race.of(4, runner -> insert(systemUser("0000000" + runner, "a")));

        assertThat(won).containsOnlyOnce(true);
        assertListed(transaction -> systemUsers.ownedBy(transaction, OWNER)).hasSize(1);
    }

    @Test
    void refuses_a_system_user_of_an_unknown_system() {
        var systemUser = systemUser("00000001", key(new SystemId("unknown"), CUSTOMER, "a"), OWNER, Samples.NOW);

        assertThatThrownBy(() -> insert(systemUser)).isInstanceOf(StorageException.class);
        assertThat(find(systemUser)).isEmpty();
    }

    @Test
    void finds_the_system_user_for_each_client_of_its_system() {
        var systemUser = systemUser("00000001", "a");
        insert(systemUser);
        insert(systemUser("00000002", "b"));
        insert(systemUser("00000003", key(SYSTEM, OTHER_CUSTOMER, "a"), OWNER, Samples.NOW));
        insert(systemUser("00000004", key(OTHER_SYSTEM, CUSTOMER, "a"), OWNER, Samples.NOW));

        assertThat(findForClient("client-a", VENDOR, CUSTOMER, "a")).contains(systemUser);
        assertThat(findForClient("client-b", VENDOR, CUSTOMER, "a")).contains(systemUser);
    }

    @Test
    void finds_no_system_user_when_client_vendor_owner_or_reference_differ() {
        insert(systemUser("00000001", "a"));

        assertThat(findForClient("client-c", VENDOR, CUSTOMER, "a")).isEmpty();
        assertThat(findForClient("client-d", VENDOR, CUSTOMER, "a")).isEmpty();
        assertThat(findForClient("client-a", Samples.organization(1), CUSTOMER, "a"))
                .isEmpty();
        assertThat(findForClient("client-a", VENDOR, OTHER_CUSTOMER, "a")).isEmpty();
        assertThat(findForClient("client-a", VENDOR, CUSTOMER, "b")).isEmpty();
        assertThat(findForClient("client-a", VENDOR, CUSTOMER, "")).isEmpty();
        assertThat(findForClient("client-a", VENDOR, CUSTOMER, "a\0")).isEmpty();
    }

    @Test
    void finds_no_deleted_system_user_for_a_client() {
        var systemUser = systemUser("00000001", "a");
        insert(systemUser);
        delete(systemUser);

        assertThat(findForClient("client-a", VENDOR, CUSTOMER, "a")).isEmpty();
    }

    @Test
    void finds_no_system_user_of_a_deleted_system_for_a_client() {
        var systemUser = systemUser("00000001", "a");
        insert(systemUser);
        perform(transaction -> systems.delete(transaction, SYSTEM, LATER));

        assertThat(findForClient("client-a", VENDOR, CUSTOMER, "a")).isEmpty();
        assertThat(find(systemUser)).contains(systemUser);
    }

    @Test
    void lists_an_owners_system_users_newest_first() {
        var older = systemUser("00000001", "a");
        var newer = systemUser("00000002", key(OTHER_SYSTEM, CUSTOMER, "a"), OWNER, LATER);
        var deleted = systemUser("00000003", "b");
        var foreign = systemUser("00000004", key(SYSTEM, OTHER_CUSTOMER, "a"), new PartyId(1), Samples.NOW);
        List.of(older, newer, deleted, foreign).forEach(this::insert);
        delete(deleted);

        assertListed(transaction -> systemUsers.ownedBy(transaction, OWNER)).containsExactly(newer, older);
    }

    @Test
    void deletes_a_system_user_once_and_frees_its_key() {
        var systemUser = systemUser("00000001", "a");
        insert(systemUser);

        assertThat(delete(systemUser)).isTrue();
        assertThat(delete(systemUser)).isFalse();
        assertThat(find(systemUser)).isEmpty();
        assertFound(transaction -> systemUsers.lock(transaction, systemUser.id()))
                .isEmpty();
        assertThat(findByKey(systemUser.key())).isEmpty();
        assertThat(insert(systemUser("00000002", "a"))).isTrue();
    }

    @Test
    void deletes_no_system_user_that_is_unknown() {
        assertThat(delete(systemUser("00000001", "a"))).isFalse();
    }

    @Test
    void never_uses_the_id_of_a_deleted_system_user_again() {
        var systemUser = systemUser("00000001", "a");
        insert(systemUser);
        delete(systemUser);

        assertThat(insert(systemUser("00000001", "b"))).isFalse();
        assertThat(findByKey(key(SYSTEM, CUSTOMER, "b"))).isEmpty();
    }

    @Test
    void lets_no_one_else_change_a_locked_system_user() {
        var systemUser = systemUser("00000001", "a");
        insert(systemUser);

        assertWaits(
                transaction -> systemUsers.lock(transaction, systemUser.id()),
                transaction -> systemUsers.delete(transaction, systemUser.id(), CREATOR, LATER));
    }
}
