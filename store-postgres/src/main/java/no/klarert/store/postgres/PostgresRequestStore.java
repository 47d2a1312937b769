package no.klarert.store.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.klarert.storage.Transaction;
import no.klarert.systemuser.RequestStatus;
import no.klarert.systemuser.RequestStore;
import no.klarert.systemuser.SystemUserRequest;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.ExternalRef;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.RequestId;
import no.klarert.vocabulary.SystemId;
import org.jdbi.v3.core.mapper.RowMapper;

final class PostgresRequestStore implements RequestStore {
    private static final String INSERT = """
            INSERT INTO systemuser_request (id, system, customer, external_ref, integration_title, rights,
                access_packages, redirect_url, status, created, decided_by, decided_at)
            VALUES (?, ?, ?, ?, ?, CAST(? AS jsonb), ?, ?, ?, ?, ?, ?)
            ON CONFLICT (system, customer, external_ref) WHERE deleted_at IS NULL DO NOTHING
            """;

    private static final String COLUMNS = """
            SELECT id, system, customer, external_ref, integration_title, rights, access_packages, redirect_url, status,
                created, decided_by, decided_at
            FROM systemuser_request
            """;

    private static final String FIND = COLUMNS + "WHERE id = ? AND deleted_at IS NULL";

    private static final String LOCK = FIND + " FOR UPDATE";

    private static final String FIND_BY_KEY =
            COLUMNS + "WHERE system = ? AND customer = ? AND external_ref = ? AND deleted_at IS NULL";

    private static final String DECIDE = """
            UPDATE systemuser_request
            SET status = ?, decided_by = ?, decided_at = ?
            WHERE id = ? AND status = 'NEW' AND deleted_at IS NULL
            """;

    private static final String DELETE =
            "UPDATE systemuser_request SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL";

    private static final String OF_SYSTEM = COLUMNS + "WHERE system = ? AND deleted_at IS NULL ORDER BY id LIMIT ?";

    private static final String OF_SYSTEM_AFTER =
            COLUMNS + "WHERE system = ? AND deleted_at IS NULL AND id > ? ORDER BY id LIMIT ?";

    private static final String PENDING =
            COLUMNS + "WHERE customer = ? AND status = 'NEW' AND deleted_at IS NULL ORDER BY created DESC, id";

    private static final RowMapper<SystemUserRequest> ROW = (row, context) -> new SystemUserRequest(
            new RequestId(Columns.uuid(row, "id")),
            key(row),
            Columns.text(row, "integration_title"),
            JsonColumns.rights(row, "rights"),
            Columns.texts(row, "access_packages", AccessPackage::fromUrn),
            Columns.optionalText(row, "redirect_url"),
            RequestStatus.valueOf(Columns.text(row, "status")),
            decision(row),
            Columns.time(row, "created"));

    private final PostgresTransactions transactions;

    PostgresRequestStore(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    /** The key that requests and system users have in common. */
    static SystemUserRequest.Key key(ResultSet row) throws SQLException {
        return new SystemUserRequest.Key(
                new SystemId(Columns.text(row, "system")),
                new OrgNumber(Columns.text(row, "customer")),
                new ExternalRef(Columns.text(row, "external_ref")));
    }

    private static Optional<SystemUserRequest.Decision> decision(ResultSet row) throws SQLException {
        var at = Columns.optionalTime(row, "decided_at");
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(new SystemUserRequest.Decision(Columns.text(row, "decided_by"), at.get()));
    }

    @Override
    public boolean insert(Transaction transaction, SystemUserRequest request) {
        var decision = request.decision();
        return transactions
                        .handle(transaction)
                        .execute(
                                INSERT,
                                request.id().value(),
                                request.key().system().value(),
                                request.key().customer().value(),
                                request.key().externalRef().value(),
                                request.integrationTitle(),
                                JsonColumns.rights(request.rights()),
                                Columns.array(request.accessPackages()),
                                Columns.orNull(request.redirectUrl()),
                                request.status().name(),
                                Columns.time(request.created()),
                                decision.map(SystemUserRequest.Decision::by).orElse(null),
                                decision.map(made -> Columns.time(made.at())).orElse(null))
                == 1;
    }

    @Override
    public Optional<SystemUserRequest> find(Transaction transaction, RequestId id) {
        return transactions
                .handle(transaction)
                .select(FIND, id.value())
                .map(ROW)
                .findOne();
    }

    @Override
    public Optional<SystemUserRequest> lock(Transaction transaction, RequestId id) {
        return transactions
                .handle(transaction)
                .select(LOCK, id.value())
                .map(ROW)
                .findOne();
    }

    @Override
    public Optional<SystemUserRequest> findByKey(Transaction transaction, SystemUserRequest.Key key) {
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
    public boolean decide(
            Transaction transaction, RequestId id, RequestStatus outcome, SystemUserRequest.Decision decision) {
        if (outcome == RequestStatus.NEW) {
            throw new IllegalArgumentException("a decision leaves a request accepted or rejected");
        }
        return transactions
                        .handle(transaction)
                        .execute(DECIDE, outcome.name(), decision.by(), Columns.time(decision.at()), id.value())
                == 1;
    }

    @Override
    public boolean delete(Transaction transaction, RequestId id, Instant at) {
        return transactions.handle(transaction).execute(DELETE, Columns.time(at), id.value()) == 1;
    }

    @Override
    public List<SystemUserRequest> ofSystem(
            Transaction transaction, SystemId system, Optional<RequestId> after, int limit) {
        var handle = transactions.handle(transaction);
        var query = after.isEmpty()
                ? handle.select(OF_SYSTEM, system.value(), limit)
                : handle.select(OF_SYSTEM_AFTER, system.value(), after.get().value(), limit);
        return query.map(ROW).list();
    }

    @Override
    public List<SystemUserRequest> pending(Transaction transaction, OrgNumber customer) {
        return transactions
                .handle(transaction)
                .select(PENDING, customer.value())
                .map(ROW)
                .list();
    }
}
