package no.klarert.store.memory;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import no.klarert.access.PartyStore;
import no.klarert.access.RoleAssignment;
import no.klarert.access.RoleStore;
import no.klarert.storage.StorageException;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.RoleCode;

/** Role assignments. */
final class MemoryRoleStore implements RoleStore {
    private static final Comparator<RoleAssignment> BY_ROLE =
            comparing(assignment -> assignment.role().value());
    private static final Comparator<RoleAssignment> BY_GIVER =
            comparingInt(assignment -> assignment.from().value());
    private static final Comparator<RoleAssignment> BY_RECEIVER =
            comparingInt(assignment -> assignment.to().value());

    private final PartyStore parties;
    private final MemoryTable<RoleAssignment, RoleAssignment> assignments;

    MemoryRoleStore(MemoryTransactions transactions, PartyStore parties) {
        this.parties = parties;
        assignments = new MemoryTable<>(transactions);
    }

    @Override
    public Set<RoleCode> roles(Transaction transaction, PartyId from, PartyId to) {
        return assignments
                .all(transaction)
                .filter(assignment ->
                        assignment.from().equals(from) && assignment.to().equals(to))
                .map(RoleAssignment::role)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<RoleAssignment> heldBy(Transaction transaction, PartyId to) {
        return list(transaction, assignment -> assignment.to().equals(to), BY_GIVER.thenComparing(BY_ROLE));
    }

    @Override
    public List<RoleAssignment> givenBy(Transaction transaction, PartyId from) {
        return list(transaction, assignment -> assignment.from().equals(from), BY_RECEIVER.thenComparing(BY_ROLE));
    }

    private List<RoleAssignment> list(
            Transaction transaction, Predicate<RoleAssignment> which, Comparator<RoleAssignment> order) {
        return assignments.all(transaction).filter(which).sorted(order).toList();
    }

    @Override
    public void save(Transaction transaction, RoleAssignment assignment) {
        for (var party : List.of(assignment.from(), assignment.to())) {
            if (parties.byId(transaction, party).isEmpty()) {
                throw new StorageException("a role of a party that does not exist");
            }
        }
        assignments.put(transaction, assignment, assignment);
    }
}
