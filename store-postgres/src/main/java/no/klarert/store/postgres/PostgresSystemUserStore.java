package no.klarert.store.postgres;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.klarert.storage.Transaction;
import no.klarert.systemuser.SystemUser;
import no.klarert.systemuser.SystemUserRequest;
import no.klarert.systemuser.SystemUserStore;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.SystemUserId;
import org.jdbi.v3.core.mapper.RowMapper;

final class PostgresSystemUserStore implements SystemUserStore {
    private static final String INSERT = """
            INSERT INTO systemuser (id, system, customer, external_ref, owner, integration_title, access_packages,
                created, created_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;

    private static final String COLUMNS = """
            SELECT u.id, u.system, u.customer, u.external_ref, u.owner, u.integration_title, u.access_packages, u.created
            FROM systemuser u
            """;

    private static final String FIND = COLUMNS + "WHERE u.id = ? AND u.deleted_at IS NULL";

    private static final String LOCK = FIND + " FOR UPDATE";

    private static final String FIND_BY_KEY =
            COLUMNS + "WHERE u.system = ? AND u.customer = ? AND u.external_ref = ? AND u.deleted_at IS NULL";

    private static final String FIND_FOR_CLIENT = COLUMNS + """
            JOIN registered_system s ON s.id = u.system
            JOIN system_client c ON c.system = s.id
            WHERE c.client = ? AND s.vendor = ? AND s.deleted_at IS NULL
                AND u.customer = ? AND u.external_ref = ? AND u.deleted_at IS NULL
            """;

    private static final String OWNED_BY =
            COLUMNS + "WHERE u.owner = ? AND u.deleted_at IS NULL ORDER BY u.created DESC, u.id";

    private static final String DELETE =
            "UPDATE systemuser SET deleted_at = ?, deleted_by = ? WHERE id = ? AND deleted_at IS NULL";

    private static final RowMapper<SystemUser> ROW = (row, context) -> new SystemUser(
            new SystemUserId(Columns.uuid(row, "id")),
            PostgresRequestStore.key(row),
            new PartyId(row.getInt("owner")),
            Columns.text(row, "integration_title"),
            Columns.texts(row, "access_packages", AccessPackage::fromUrn),
            Columns.time(row, "created"));

    private final PostgresTransactions transactions;

    PostgresSystemUserStore(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean insert(Transaction transaction, SystemUser systemUser, String createdBy) {
        return transactions
                        .handle(transaction)
                        .execute(
                                INSERT,
                                systemUser.id().value(),
                                systemUser.key().system().value(),
                                systemUser.key().customer().value(),
                                systemUser.key().externalRef().value(),
                                systemUser.owner().value(),
                                systemUser.integrationTitle(),
                                Columns.array(systemUser.accessPackages()),
                                Columns.time(systemUser.created()),
                                createdBy)
                == 1;
    }

    @Override
    public Optional<SystemUser> find(Transaction transaction, SystemUserId id) {
        return transactions
                .handle(transaction)
                .select(FIND, id.value())
                .map(ROW)
                .findOne();
    }

    @Override
    public Optional<SystemUser> lock(Transaction transaction, SystemUserId id) {
        return transactions
                .handle(transaction)
                .select(LOCK, id.value())
                .map(ROW)
                .findOne();
    }

    @Override
    public Optional<SystemUser> findByKey(Transaction transaction, SystemUserRequest.Key key) {
        return transactions
                .handle(transaction)
                .select(
                        FIND_BY_KEY,
                        key.system().value(),
                        key.customer().value(),
                        key.externalRef().value())
                .map(ROW)
                .findOne();
    }

    @Override
    public Optional<SystemUser> findForClient(
            Transaction transaction, ClientId client, OrgNumber vendor, OrgNumber owner, String externalRef) {
        if (!StorableText.isStorable(externalRef)) {
            return Optional.empty();
        }
        return transactions
                .handle(transaction)
                .select(FIND_FOR_CLIENT, client.value(), vendor.value(), owner.value(), externalRef)
                .map(ROW)
                .findOne();
    }

    @Override
    public List<SystemUser> ownedBy(Transaction transaction, PartyId owner) {
        return transactions
                .handle(transaction)
                .select(OWNED_BY, owner.value())
                .map(ROW)
                .list();
    }

    @Override
    public boolean delete(Transaction transaction, SystemUserId id, String deletedBy, Instant at) {
        return transactions.handle(transaction).execute(DELETE, Columns.time(at), deletedBy, id.value()) == 1;
    }
}
