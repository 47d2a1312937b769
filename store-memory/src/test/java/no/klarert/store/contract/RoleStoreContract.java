package no.klarert.store.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import no.klarert.access.PartyStore;
import no.klarert.access.RoleAssignment;
import no.klarert.access.RoleStore;
import no.klarert.storage.StorageException;
import no.klarert.storage.Transactions;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.RoleCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link RoleStore}. */
public abstract class RoleStoreContract extends StoreContract {
    private static final PartyId COMPANY = Samples.company(0).id();
    private static final PartyId OTHER_COMPANY = Samples.company(1).id();
    private static final PartyId PERSON = Samples.human(0).id();
    private static final PartyId OTHER_PERSON = Samples.human(1).id();

    private final RoleStore roles;
    private final PartyStore parties;

    protected RoleStoreContract(Transactions transactions, RoleStore roles, PartyStore parties) {
        super(transactions);
        this.roles = roles;
        this.parties = parties;
    }

    @BeforeEach
    void register_the_parties() {
        perform(transaction -> Stream.of(Samples.company(0), Samples.company(1), Samples.human(0), Samples.human(1))
                .forEach(party -> parties.save(transaction, party)));
    }

    private static RoleAssignment assignment(String role, PartyId from, PartyId to) {
        return new RoleAssignment(new RoleCode(role), from, to);
    }

    private void save(RoleAssignment... assignments) {
        perform(transaction -> Stream.of(assignments).forEach(assignment -> roles.save(transaction, assignment)));
    }

    @Test
    void finds_the_roles_of_one_for_another() {
        save(assignment("dagl", COMPANY, PERSON), assignment("lede", COMPANY, PERSON));

        assertListed(transaction -> roles.roles(transaction, COMPANY, PERSON))
                .containsExactlyInAnyOrder(new RoleCode("dagl"), new RoleCode("lede"));
    }

    @Test
    void finds_no_role_the_other_way_or_of_someone_else() {
        save(assignment("dagl", COMPANY, PERSON));

        assertListed(transaction -> roles.roles(transaction, PERSON, COMPANY)).isEmpty();
        assertListed(transaction -> roles.roles(transaction, COMPANY, OTHER_PERSON))
                .isEmpty();
        assertListed(transaction -> roles.roles(transaction, OTHER_COMPANY, PERSON))
                .isEmpty();
    }

    @Test
    void keeps_an_assignment_that_is_saved_twice_once() {
        save(assignment("dagl", COMPANY, PERSON));
        save(assignment("dagl", COMPANY, PERSON));

        assertListed(transaction -> roles.heldBy(transaction, PERSON))
                .containsExactly(assignment("dagl", COMPANY, PERSON));
    }

    @Test
    void lists_what_one_holds_in_order_of_giver_then_role() {
        save(
                assignment("dagl", OTHER_COMPANY, PERSON),
                assignment("lede", COMPANY, PERSON),
                assignment("dagl", COMPANY, PERSON),
                assignment("dagl", COMPANY, OTHER_PERSON));

        assertListed(transaction -> roles.heldBy(transaction, PERSON))
                .containsExactly(
                        assignment("dagl", COMPANY, PERSON),
                        assignment("lede", COMPANY, PERSON),
                        assignment("dagl", OTHER_COMPANY, PERSON));
    }

    @Test
    void lists_who_holds_roles_for_one_in_order_of_receiver_then_role() {
        save(
                assignment("dagl", COMPANY, OTHER_PERSON),
                assignment("lede", COMPANY, PERSON),
                assignment("dagl", COMPANY, PERSON),
                assignment("dagl", OTHER_COMPANY, PERSON));

        assertListed(transaction -> roles.givenBy(transaction, COMPANY))
                .containsExactly(
                        assignment("dagl", COMPANY, PERSON),
                        assignment("lede", COMPANY, PERSON),
                        assignment("dagl", COMPANY, OTHER_PERSON));
    }

    @Test
    void refuses_a_role_of_an_unknown_party() {
        var unknown = new PartyId(1);

        assertThatThrownBy(() -> save(assignment("dagl", COMPANY, unknown))).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> save(assignment("dagl", unknown, PERSON))).isInstanceOf(StorageException.class);
        assertListed(transaction -> roles.heldBy(transaction, PERSON)).isEmpty();
    }
}
