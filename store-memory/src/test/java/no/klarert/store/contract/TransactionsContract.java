package no.klarert.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import no.klarert.access.PartyStore;
import no.klarert.issuer.Organization;
import no.klarert.issuer.OrganizationStore;
import no.klarert.storage.Transaction;
import no.klarert.storage.Transactions;
import org.junit.jupiter.api.Test;

/** The contract of {@link Transactions}. */
public abstract class TransactionsContract extends StoreContract {
    private static final Organization ORGANIZATION =
            new Organization(Samples.organization(0), "Skatteetaten", Set.of("skatteetaten"));

    private final Transactions transactions;
    private final OrganizationStore organizations;
    private final PartyStore parties;

    protected TransactionsContract(Transactions transactions, OrganizationStore organizations, PartyStore parties) {
        super(transactions);
        this.transactions = transactions;
        this.organizations = organizations;
        this.parties = parties;
    }

    @Test
    void answers_what_the_work_answers() {
        assertThat(transactions.<String>run(transaction -> "done")).isEqualTo("done");
    }

    @Test
    void keeps_what_several_rooms_wrote() {
        perform(this::writeInTwoRooms);

        assertThat(isInOrganizations()).isTrue();
        assertThat(isInParties()).isTrue();
    }

    @Test
    void keeps_nothing_of_any_room_when_the_work_throws() {
        var failure = new IllegalStateException("the work failed");

        assertThatThrownBy(() -> perform(transaction -> {
                    writeInTwoRooms(transaction);
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(isInOrganizations()).isFalse();
        assertThat(isInParties()).isFalse();
    }

    @Test
    void restores_what_was_replaced_when_the_work_throws() {
        perform(this::writeInTwoRooms);

        assertThatThrownBy(() -> perform(transaction -> {
                    organizations.save(transaction, new Organization(ORGANIZATION.number(), "Annet", Set.of("annet")));
                    throw new IllegalStateException("the work failed");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertFound(transaction -> organizations.find(transaction, ORGANIZATION.number()))
                .contains(ORGANIZATION);
        assertFound(transaction -> organizations.ownerOfPrefix(transaction, "annet"))
                .isEmpty();
    }

    @Test
    void sees_its_own_writes() {
        perform(transaction -> {
            writeInTwoRooms(transaction);
            assertThat(organizations.find(transaction, ORGANIZATION.number())).contains(ORGANIZATION);
        });
    }

    @Test
    void refuses_a_transaction_that_has_ended() {
        var kept = new AtomicReference<Transaction>(new Transaction() {});
        perform(kept::set);

        assertThatThrownBy(() -> organizations.find(kept.get(), ORGANIZATION.number()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_a_transaction_of_another_kind() {
        var foreign = new Transaction() {};

        assertThatThrownBy(() -> organizations.save(foreign, ORGANIZATION))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(isInOrganizations()).isFalse();
    }

    private void writeInTwoRooms(Transaction transaction) {
        organizations.save(transaction, ORGANIZATION);
        parties.save(transaction, Samples.company(0));
    }

    private boolean isInOrganizations() {
        return answer(transaction ->
                organizations.find(transaction, ORGANIZATION.number()).isPresent());
    }

    private boolean isInParties() {
        return answer(transaction ->
                parties.byId(transaction, Samples.company(0).id()).isPresent());
    }
}
