package no.klarert.store.contract;

import static no.klarert.store.contract.Samples.system;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.klarert.storage.Transactions;
import no.klarert.systemuser.RegisteredSystem;
import no.klarert.systemuser.SystemStore;
import no.klarert.systemuser.SystemStore.Insertion;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.SystemId;
import org.junit.jupiter.api.Test;

/** The contract of {@link SystemStore}. */
public abstract class SystemStoreContract extends StoreContract {
    private final SystemStore systems;

    protected SystemStoreContract(Transactions transactions, SystemStore systems) {
        super(transactions);
        this.systems = systems;
    }

    private Insertion insert(RegisteredSystem system) {
        return answer(transaction -> systems.insert(transaction, system));
    }

    private Optional<RegisteredSystem> find(RegisteredSystem system) {
        return answer(transaction -> systems.find(transaction, system.id()));
    }

    private Optional<SystemId> holderOf(String client) {
        return answer(transaction -> systems.holderOf(transaction, new ClientId(client)));
    }

    private boolean delete(RegisteredSystem system) {
        return answer(transaction -> systems.delete(transaction, system.id(), Samples.NOW.plusSeconds(60)));
    }

    private static RegisteredSystem with(RegisteredSystem system, SystemId id, OrgNumber vendor, boolean visible) {
        return new RegisteredSystem(
                UUID.randomUUID(),
                id,
                vendor,
                Samples.NO_TEXT,
                system.description(),
                List.of(),
                List.of(),
                List.of(),
                visible,
                List.of(),
                false,
                system.created());
    }

    @Test
    void finds_an_inserted_system_as_it_was() {
        var system = system("tidsreg", "client-b", "client-a");

        assertThat(insert(system)).isEqualTo(Insertion.INSERTED);
        assertThat(find(system)).contains(system);
    }

    @Test
    void keeps_a_system_without_any_lists() {
        var bare = with(system("tidsreg"), new SystemId("ø"), Samples.organization(1), false);

        assertThat(insert(bare)).isEqualTo(Insertion.INSERTED);
        assertThat(find(bare)).contains(bare);
    }

    @Test
    void finds_no_system_that_was_not_inserted() {
        insert(system("tidsreg"));

        assertThat(find(system("timereg"))).isEmpty();
    }

    @Test
    void refuses_an_id_that_is_taken() {
        var system = system("tidsreg", "client-a");
        insert(system);

        assertThat(insert(with(system, system.id(), Samples.organization(1), true)))
                .isEqualTo(Insertion.ID_TAKEN);
        assertThat(find(system)).contains(system);
    }

    @Test
    void refuses_the_id_of_a_deleted_system() {
        var system = system("tidsreg");
        insert(system);
        delete(system);

        assertThat(insert(system)).isEqualTo(Insertion.ID_TAKEN);
    }

    @Test
    void knows_the_system_that_holds_a_client_id() {
        insert(system("tidsreg", "client-a", "client-b"));
        insert(system("timereg", "client-c"));

        assertThat(holderOf("client-b")).contains(system("tidsreg").id());
        assertThat(holderOf("client-c")).contains(system("timereg").id());
        assertThat(holderOf("client-d")).isEmpty();
    }

    @Test
    void refuses_a_client_id_that_is_taken_and_changes_nothing() {
        insert(system("tidsreg", "client-b"));
        var second = system("timereg", "client-a", "client-b", "client-c");

        assertThat(insert(second)).isEqualTo(Insertion.CLIENT_ID_TAKEN);
        assertThat(find(second)).isEmpty();
        assertThat(holderOf("client-a")).isEmpty();
        assertThat(holderOf("client-b")).contains(system("tidsreg").id());
    }

    @Test
    void goes_on_in_the_same_transaction_after_a_refusal() {
        insert(system("tidsreg", "client-b"));
        var third = system("third", "client-c");

        perform(transaction -> {
            systems.insert(transaction, system("timereg", "client-a", "client-b"));
            systems.insert(transaction, third);
        });

        assertThat(find(system("timereg"))).isEmpty();
        assertThat(find(third)).contains(third);
    }

    @Test
    void refuses_a_client_id_listed_twice() {
        var system = system("tidsreg", "client-a", "client-a");

        assertThat(insert(system)).isEqualTo(Insertion.CLIENT_ID_TAKEN);
        assertThat(find(system)).isEmpty();
    }

    @Test
    void gives_a_client_id_to_one_of_several_systems_at_once() {
        var won = Race.of(4, runner -> insert(system("system" + runner, "client-a")));

        assertThat(won).containsOnlyOnce(Insertion.INSERTED);
        assertThat(won).containsOnly(Insertion.INSERTED, Insertion.CLIENT_ID_TAKEN);
    }

    @Test
    void lists_a_vendors_systems_in_order_of_id() {
        var second = system("b");
        var first = system("B");
        var deleted = system("c");
        var foreign = with(first, new SystemId("d"), Samples.organization(1), true);
        var hidden = with(first, new SystemId("e"), first.vendor(), false);
        List.of(second, first, deleted, foreign, hidden).forEach(this::insert);
        delete(deleted);

        assertListed(transaction -> systems.ofVendor(transaction, first.vendor()))
                .containsExactly(first, second, hidden);
    }

    @Test
    void lists_visible_systems_of_all_vendors_in_order_of_id() {
        var template = system("a");
        var first = with(template, new SystemId("z"), Samples.organization(1), true);
        var second = with(template, new SystemId("\uFF5E"), template.vendor(), true);
        var third = with(template, new SystemId("\uD83D\uDE00"), template.vendor(), true);
        var hidden = with(template, new SystemId("hidden"), template.vendor(), false);
        var deleted = system("deleted");
        List.of(third, second, first, hidden, deleted).forEach(this::insert);
        delete(deleted);

        assertListed(systems::visible).containsExactly(first, second, third);
    }

    @Test
    void deletes_a_system_once_and_still_finds_it() {
        var system = system("tidsreg", "client-a");
        insert(system);

        assertThat(delete(system)).isTrue();
        assertThat(delete(system)).isFalse();

        var found = find(system).orElseThrow();
        assertThat(found.deleted()).isTrue();
        assertThat(found.clientIds()).isEqualTo(system.clientIds());
        assertThat(found.rights()).isEqualTo(system.rights());
    }

    @Test
    void deletes_no_system_that_does_not_exist() {
        assertThat(delete(system("tidsreg"))).isFalse();
    }

    @Test
    void frees_the_client_ids_of_a_deleted_system() {
        insert(system("tidsreg", "client-a"));
        delete(system("tidsreg"));

        assertThat(holderOf("client-a")).isEmpty();
        assertThat(insert(system("timereg", "client-a"))).isEqualTo(Insertion.INSERTED);
        assertThat(holderOf("client-a")).contains(system("timereg").id());
    }
}
