package no.klarert.registry;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import no.klarert.storage.Bytes;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.ResourceId;

/** The policy of each resource. Every upload is a new version with a number of its own; the latest is in force. */
public interface PolicyStore {
    /** Stores a new version and answers its number, greater than all before it. */
    long put(Transaction transaction, ResourceId resource, Bytes xml, Instant at);

    Optional<StoredPolicy> current(Transaction transaction, ResourceId resource);

    /** The number of the version in force, without fetching it. */
    OptionalLong currentVersion(Transaction transaction, ResourceId resource);

    /** A policy's bytes as uploaded. */
    record StoredPolicy(ResourceId resource, long version, Bytes xml) {}
}
