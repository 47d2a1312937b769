package no.klarert.store.memory;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import no.klarert.registry.ResourceStore;
import no.klarert.registry.ResourceType;
import no.klarert.registry.ResourceVersion;
import no.klarert.registry.ServiceResource;
import no.klarert.storage.StorageException;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.ScopeName;

/** Every version of every resource, and the latest of each. */
final class MemoryResourceStore implements ResourceStore {
    private final MemoryTable<Long, ResourceVersion> versions;
    private final MemoryTable<ResourceId, ResourceVersion> latest;

    MemoryResourceStore(MemoryTransactions transactions) {
        versions = new MemoryTable<>(transactions);
        latest = new MemoryTable<>(transactions);
    }

    @Override
    public OptionalLong insert(Transaction transaction, ServiceResource resource, Instant at) {
        return latest.contains(transaction, resource.id())
                ? OptionalLong.empty()
                : OptionalLong.of(store(transaction, resource, at));
    }

    @Override
    public long append(Transaction transaction, ServiceResource resource, Instant at) {
        if (!latest.contains(transaction, resource.id())) {
            throw new StorageException("a further version of a resource that does not exist");
        }
        return store(transaction, resource, at);
    }

    private long store(Transaction transaction, ServiceResource resource, Instant at) {
        long versionId = versions.all(transaction).count() + 1;
        var version = new ResourceVersion(versionId, resource, at);
        versions.put(transaction, versionId, version);
        latest.put(transaction, resource.id(), version);
        return versionId;
    }

    @Override
    public Optional<ResourceVersion> latest(Transaction transaction, ResourceId id) {
        return latest.find(transaction, id);
    }

    @Override
    public Optional<ResourceVersion> lockLatest(Transaction transaction, ResourceId id) {
        return latest(transaction, id);
    }

    @Override
    public Optional<ResourceVersion> version(Transaction transaction, ResourceId id, long versionId) {
        return versions.find(transaction, versionId)
                .filter(version -> version.resource().id().equals(id));
    }

    @Override
    public List<ResourceId> schemesOf(Transaction transaction, ScopeName scope) {
        return listLatest(transaction).stream()
                .map(ResourceVersion::resource)
                .filter(resource -> resource.type() == ResourceType.MASKINPORTEN_SCHEMA)
                .filter(resource -> resource.scopes().contains(scope.value()))
                .map(ServiceResource::id)
                .toList();
    }

    @Override
    public List<ResourceVersion> listLatest(Transaction transaction) {
        return latest.all(transaction)
                .sorted(comparing(version -> version.resource().id().value()))
                .toList();
    }
}
