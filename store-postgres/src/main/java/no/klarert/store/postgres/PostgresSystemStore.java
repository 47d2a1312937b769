package no.klarert.store.postgres;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.klarert.storage.Transaction;
import no.klarert.systemuser.RegisteredSystem;
import no.klarert.systemuser.SystemStore;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.SystemId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

final class PostgresSystemStore implements SystemStore {
    private static final String SAVEPOINT = "before_system";

    private static final String INSERT = """
            INSERT INTO registered_system (id, internal_id, vendor, name, description, rights, access_packages,
                client_ids, visible, allowed_redirect_urls, deleted_at, created)
            VALUES (?, ?, ?, CAST(? AS jsonb), CAST(? AS jsonb), CAST(? AS jsonb), ?, ?, ?, ?, NULL, ?)
            ON CONFLICT DO NOTHING
            """;

    private static final String CLAIM_CLIENT = """
            INSERT INTO system_client (client, system)
            VALUES (?, ?)
            ON CONFLICT (client) DO NOTHING
            """;

    private static final String COLUMNS = """
            SELECT id, internal_id, vendor, name, description, rights, access_packages, client_ids, visible,
                allowed_redirect_urls, deleted_at, created
            FROM registered_system
            """;

    private static final String FIND = COLUMNS + "WHERE id = ?";

    private static final String OF_VENDOR = COLUMNS + "WHERE vendor = ? AND deleted_at IS NULL ORDER BY id";

    private static final String VISIBLE = COLUMNS + "WHERE visible AND deleted_at IS NULL ORDER BY id";

    private static final String HOLDER = "SELECT system FROM system_client WHERE client = ?";

    private static final String DELETE =
            "UPDATE registered_system SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL";

    private static final String FREE_CLIENTS = "DELETE FROM system_client WHERE system = ?";

    private static final RowMapper<RegisteredSystem> ROW = (row, context) -> new RegisteredSystem(
            Columns.uuid(row, "internal_id"),
            new SystemId(Columns.text(row, "id")),
            new OrgNumber(Columns.text(row, "vendor")),
            JsonColumns.localized(row, "name"),
            JsonColumns.localized(row, "description"),
            JsonColumns.rights(row, "rights"),
            Columns.texts(row, "access_packages", AccessPackage::fromUrn),
            Columns.texts(row, "client_ids", ClientId::new),
            row.getBoolean("visible"),
            Columns.texts(row, "allowed_redirect_urls", url -> url),
            Columns.optionalTime(row, "deleted_at").isPresent(),
            Columns.time(row, "created"));

    private final PostgresTransactions transactions;

    PostgresSystemStore(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Insertion insert(Transaction transaction, RegisteredSystem system) {
        var handle = transactions.handle(transaction);
        handle.savepoint(SAVEPOINT);
        var insertion = tryInsert(handle, system);
        if (insertion == Insertion.INSERTED) {
            handle.releaseSavepoint(SAVEPOINT);
        } else {
            handle.rollbackToSavepoint(SAVEPOINT);
        }
        return insertion;
    }

    private static Insertion tryInsert(Handle handle, RegisteredSystem system) {
        int inserted = handle.execute(
                INSERT,
                system.id().value(),
                system.internalId(),
                system.vendor().value(),
                JsonColumns.localized(system.name()),
                JsonColumns.localized(system.description()),
                JsonColumns.rights(system.rights()),
                Columns.array(system.accessPackages()),
                Columns.array(system.clientIds()),
                system.visible(),
                Columns.array(system.allowedRedirectUrls()),
                Columns.time(system.created()));
        if (inserted == 0) {
            return Insertion.ID_TAKEN;
        }
        for (var client : system.clientIds()) {
            if (handle.execute(CLAIM_CLIENT, client.value(), system.id().value()) == 0) {
                return Insertion.CLIENT_ID_TAKEN;
            }
        }
        return Insertion.INSERTED;
    }

    @Override
    public Optional<RegisteredSystem> find(Transaction transaction, SystemId id) {
        return transactions
                .handle(transaction)
                .select(FIND, id.value())
                .map(ROW)
                .findOne();
    }

    @Override
    public List<RegisteredSystem> ofVendor(Transaction transaction, OrgNumber vendor) {
        return transactions
                .handle(transaction)
                .select(OF_VENDOR, vendor.value())
                .map(ROW)
                .list();
    }

    @Override
    public List<RegisteredSystem> visible(Transaction transaction) {
        return transactions.handle(transaction).select(VISIBLE).map(ROW).list();
    }

    @Override
    public Optional<SystemId> holderOf(Transaction transaction, ClientId client) {
        return transactions
                .handle(transaction)
                .select(HOLDER, client.value())
                .map((row, context) -> new SystemId(Columns.text(row, "system")))
                .findOne();
    }

    @Override
    public boolean delete(Transaction transaction, SystemId id, Instant at) {
        var handle = transactions.handle(transaction);
        boolean deleted = handle.execute(DELETE, Columns.time(at), id.value()) == 1;
        if (deleted) {
            handle.execute(FREE_CLIENTS, id.value());
        }
        return deleted;
    }
}
