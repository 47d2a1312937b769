package no.klarert.store.postgres;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import no.klarert.registry.PolicyStore;
import no.klarert.storage.Bytes;
import no.klarert.storage.StorageException;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.ResourceId;

final class PostgresPolicyStore implements PolicyStore {
    /** Uploads for one resource take turns, so that each sees the number of the one before. */
    private static final String LOCK_RESOURCE = "SELECT id FROM resource WHERE id = ? FOR UPDATE";

    private static final String PUT = """
            INSERT INTO policy (resource, version, xml, created)
            SELECT ?, COALESCE(MAX(version), 0) + 1, ?, ?
            FROM policy
            WHERE resource = ?
            RETURNING version
            """;

    private static final String CURRENT = """
            SELECT version, xml
            FROM policy
            WHERE resource = ?
            ORDER BY version DESC
            LIMIT 1
            """;

    private static final String CURRENT_VERSION = "SELECT MAX(version) FROM policy WHERE resource = ?";

    private final PostgresTransactions transactions;

    PostgresPolicyStore(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public long put(Transaction transaction, ResourceId resource, Bytes xml, Instant at) {
        var handle = transactions.handle(transaction);
        var locked = handle.select(LOCK_RESOURCE, resource.value())
                .mapTo(String.class)
                .findOne();
        if (locked.isEmpty()) {
            throw new StorageException("a policy of a resource that does not exist");
        }
        return handle.select(PUT, resource.value(), xml.toArray(), Columns.time(at), resource.value())
                .mapTo(Long.class)
                .one();
    }

    @Override
    public Optional<StoredPolicy> current(Transaction transaction, ResourceId resource) {
        return transactions
                .handle(transaction)
                .select(CURRENT, resource.value())
                .map((row, context) -> new StoredPolicy(resource, row.getLong("version"), Columns.bytes(row, "xml")))
                .findOne();
    }

    @Override
    public OptionalLong currentVersion(Transaction transaction, ResourceId resource) {
        return transactions
                .handle(transaction)
                .select(CURRENT_VERSION, resource.value())
                .map((row, context) -> {
                    long version = row.getLong(1);
                    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(version);
                })
                .one();
    }
}
