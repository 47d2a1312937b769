package no.klarert.store.memory;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.klarert.access.DelegationStore;
import no.klarert.access.PartyStore;
import no.klarert.access.Recipient;
import no.klarert.storage.StorageException;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.ActionName;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.ResourceId;

/** Given packages and given actions. When they were given is not kept: no port reads it. */
final class MemoryDelegationStore implements DelegationStore {
    private final PartyStore parties;
    private final MemoryTable<GivenPackage, GivenPackage> packages;
    private final MemoryTable<GivenAction, GivenAction> actions;

    MemoryDelegationStore(MemoryTransactions transactions, PartyStore parties) {
        this.parties = parties;
        packages = new MemoryTable<>(transactions);
        actions = new MemoryTable<>(transactions);
    }

    @Override
    public SortedSet<AccessPackage> packages(Transaction transaction, PartyUuid from, Recipient to) {
        return sorted(
                packages.all(transaction)
                        .filter(given -> given.from().equals(from) && given.to().equals(to))
                        .map(GivenPackage::accessPackage),
                Comparator.naturalOrder());
    }

    @Override
    public void givePackage(
            Transaction transaction, PartyUuid from, Recipient to, AccessPackage accessPackage, Instant at) {
        checkGiver(transaction, from);
        var given = new GivenPackage(from, to, accessPackage);
        packages.put(transaction, given, given);
    }

    @Override
    public boolean takePackage(Transaction transaction, PartyUuid from, Recipient to, AccessPackage accessPackage) {
        return packages.remove(transaction, new GivenPackage(from, to, accessPackage));
    }

    @Override
    public Set<ActionName> actions(Transaction transaction, PartyUuid from, Recipient to, ResourceId resource) {
        return actions.all(transaction)
                .filter(given -> given.concerns(from, to, resource))
                .map(GivenAction::action)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public SortedSet<ResourceId> resources(Transaction transaction, PartyUuid from, Recipient to) {
        return sorted(
                actions.all(transaction)
                        .filter(given -> given.from().equals(from) && given.to().equals(to))
                        .map(GivenAction::resource),
                comparing(ResourceId::value));
    }

    @Override
    public void giveActions(
            Transaction transaction,
            PartyUuid from,
            Recipient to,
            ResourceId resource,
            Set<ActionName> given,
            Instant at) {
        checkGiver(transaction, from);
        given.stream()
                .map(action -> new GivenAction(from, to, resource, action))
                .forEach(row -> actions.put(transaction, row, row));
    }

    @Override
    public boolean takeResource(Transaction transaction, PartyUuid from, Recipient to, ResourceId resource) {
        return removeAll(transaction, actions, given -> given.concerns(from, to, resource)) > 0;
    }

    @Override
    public int takeAll(Transaction transaction, Recipient to) {
        return removeAll(transaction, packages, given -> given.to().equals(to))
                + removeAll(transaction, actions, given -> given.to().equals(to));
    }

    private void checkGiver(Transaction transaction, PartyUuid from) {
        if (parties.byUuid(transaction, from).isEmpty()) {
            throw new StorageException("a delegation from a party that does not exist");
        }
    }

    private static <T> int removeAll(Transaction transaction, MemoryTable<T, T> table, Predicate<T> which) {
        var rows = table.all(transaction).filter(which).toList();
        rows.forEach(row -> table.remove(transaction, row));
        return rows.size();
    }

    private static <T> SortedSet<T> sorted(Stream<T> values, Comparator<T> order) {
        return Collections.unmodifiableSortedSet(values.collect(Collectors.toCollection(() -> new TreeSet<>(order))));
    }

    private record GivenPackage(PartyUuid from, Recipient to, AccessPackage accessPackage) {}

    private record GivenAction(PartyUuid from, Recipient to, ResourceId resource, ActionName action) {
        boolean concerns(PartyUuid giver, Recipient receiver, ResourceId object) {
            return from.equals(giver) && to.equals(receiver) && resource.equals(object);
        }
    }
}
