package no.klarert.store.memory;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import no.klarert.registry.PolicyStore;
import no.klarert.registry.ResourceStore;
import no.klarert.storage.Bytes;
import no.klarert.storage.StorageException;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.ResourceId;

/** The policy in force of each resource; earlier versions are only counted, since no port reads them. */
final class MemoryPolicyStore implements PolicyStore {
    private final ResourceStore resources;
    private final MemoryTable<ResourceId, StoredPolicy> current;

    MemoryPolicyStore(MemoryTransactions transactions, ResourceStore resources) {
        this.resources = resources;
        current = new MemoryTable<>(transactions);
    }

    @Override
    public long put(Transaction transaction, ResourceId resource, Bytes xml, Instant at) {
        if (resources.latest(transaction, resource).isEmpty()) {
            throw new StorageException("a policy of a resource that does not exist");
        }
        long version = currentVersion(transaction, resource).orElse(0) + 1;
        current.put(transaction, resource, new StoredPolicy(resource, version, xml));
        return version;
    }

    @Override
    public Optional<StoredPolicy> current(Transaction transaction, ResourceId resource) {
        return current.find(transaction, resource);
    }

    @Override
    public OptionalLong currentVersion(Transaction transaction, ResourceId resource) {
        return current(transaction, resource).stream()
                .mapToLong(StoredPolicy::version)
                .findFirst();
    }
}
