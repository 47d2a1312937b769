package no.klarert.store.memory;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import no.klarert.access.ApiDelegation;
import no.klarert.access.ApiDelegationStore;
import no.klarert.access.Party;
import no.klarert.access.PartyStore;
import no.klarert.storage.StorageException;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.UserId;

/** Who has given which scheme to whom; the parties are read with each delegation, as they are now. */
final class MemoryApiDelegationStore implements ApiDelegationStore {
    private static final Comparator<ApiDelegation> ORDER = comparing(
                    (ApiDelegation delegation) -> delegation.scheme().value())
            .thenComparing(delegation -> delegation.consumer().number())
            .thenComparing(delegation -> delegation.supplier().number());

    private final PartyStore parties;
    private final MemoryTable<Key, Given> given;

    MemoryApiDelegationStore(MemoryTransactions transactions, PartyStore parties) {
        this.parties = parties;
        this.given = new MemoryTable<>(transactions);
    }

    @Override
    public boolean give(Transaction transaction, Key key, Optional<UserId> givenBy, Instant at) {
        if (key.consumer().equals(key.supplier())) {
            throw new StorageException("an API delegation to the consumer itself");
        }
        var consumer = organization(transaction, key.consumer());
        var supplier = organization(transaction, key.supplier());
        if (consumer.isEmpty() || supplier.isEmpty()) {
            throw new StorageException("an API delegation between parties that do not exist");
        }
        return given.insert(transaction, key, new Given(key, givenBy, at));
    }

    @Override
    public boolean take(Transaction transaction, Key key) {
        return given.remove(transaction, key);
    }

    @Override
    public List<ApiDelegation> givenBy(Transaction transaction, PartyUuid consumer) {
        return list(transaction, key -> key.consumer().equals(consumer));
    }

    @Override
    public List<ApiDelegation> heldBy(Transaction transaction, PartyUuid supplier) {
        return list(transaction, key -> key.supplier().equals(supplier));
    }

    @Override
    public List<ApiDelegation> ofSchemes(Transaction transaction, Collection<ResourceId> schemes) {
        return list(transaction, key -> schemes.contains(key.scheme()));
    }

    @Override
    public boolean isGiven(
            Transaction transaction, OrgNumber consumer, OrgNumber supplier, Collection<ResourceId> schemes) {
        return ofSchemes(transaction, schemes).stream()
                .anyMatch(delegation -> delegation.consumer().number().equals(consumer)
                        && delegation.supplier().number().equals(supplier));
    }

    private List<ApiDelegation> list(Transaction transaction, Predicate<Key> which) {
        var rows = given.all(transaction).filter(row -> which.test(row.key())).toList();
        return rows.stream()
                .map(row -> delegation(transaction, row))
                .sorted(ORDER)
                .toList();
    }

    private ApiDelegation delegation(Transaction transaction, Given row) {
        return new ApiDelegation(
                organization(transaction, row.key().consumer()).orElseThrow(),
                organization(transaction, row.key().supplier()).orElseThrow(),
                row.key().scheme(),
                row.givenBy(),
                row.at());
    }

    private Optional<Party.Organization> organization(Transaction transaction, PartyUuid uuid) {
        return parties.byUuid(transaction, uuid)
                .flatMap(party -> party instanceof Party.Organization found ? Optional.of(found) : Optional.empty());
    }

    private record Given(Key key, Optional<UserId> givenBy, Instant at) {}
}
