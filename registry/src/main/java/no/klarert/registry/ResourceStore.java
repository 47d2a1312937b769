package no.klarert.registry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.ScopeName;

/** Resources, every version of them. */
public interface ResourceStore {
    /** The first version; empty, changing nothing, if the id is or ever was taken. */
    OptionalLong insert(Transaction transaction, ServiceResource resource, Instant at);

    /** A further version of an existing resource; the caller has locked it with {@link #lockLatest}. */
    long append(Transaction transaction, ServiceResource resource, Instant at);

    Optional<ResourceVersion> latest(Transaction transaction, ResourceId id);

    /** As {@link #latest}, and no one else changes the resource or its policy until the transaction ends. */
    Optional<ResourceVersion> lockLatest(Transaction transaction, ResourceId id);

    Optional<ResourceVersion> version(Transaction transaction, ResourceId id, long versionId);

    /**
     * The resources of type {@code MaskinportenSchema} whose latest version refers to that scope as a {@code MaskinportenScope}, in
     * order of id. Asked in every token request that delegates.
     */
    List<ResourceId> schemesOf(Transaction transaction, ScopeName scope);

    /** The latest version of every resource, in order of id. */
    List<ResourceVersion> listLatest(Transaction transaction);
}
