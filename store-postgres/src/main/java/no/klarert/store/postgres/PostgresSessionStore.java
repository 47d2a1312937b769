package no.klarert.store.postgres;

import java.time.Instant;
import java.util.Optional;
import no.klarert.portal.SessionStore;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.AuthenticationLevel;
import no.klarert.vocabulary.UserId;

final class PostgresSessionStore implements SessionStore {
    private static final String INSERT = """
            INSERT INTO portal_session (id_hash, user_id, level, csrf_token, created, last_used)
            VALUES (?, ?, ?, ?, ?, ?)
            """;

    private static final String FIND = """
            SELECT id_hash, user_id, level, csrf_token, created, last_used
            FROM portal_session
            WHERE id_hash = ?
            """;

    private static final String TOUCH =
            "UPDATE portal_session SET last_used = GREATEST(last_used, ?) WHERE id_hash = ?";

    private static final String DELETE = "DELETE FROM portal_session WHERE id_hash = ?";

    private static final String DELETE_OLDER = "DELETE FROM portal_session WHERE created < ? OR last_used < ?";

    private final PostgresTransactions transactions;

    PostgresSessionStore(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void insert(Transaction transaction, Session session) {
        transactions
                .handle(transaction)
                .execute(
                        INSERT,
                        session.idHash(),
                        session.user().value(),
                        session.level().value(),
                        session.csrfToken(),
                        Columns.time(session.created()),
                        Columns.time(session.lastUsed()));
    }

    @Override
    public Optional<Session> find(Transaction transaction, String idHash) {
        return transactions
                .handle(transaction)
                .select(FIND, idHash)
                .map((row, context) -> new Session(
                        Columns.text(row, "id_hash"),
                        new UserId(row.getInt("user_id")),
                        new AuthenticationLevel(row.getInt("level")),
                        Columns.text(row, "csrf_token"),
                        Columns.time(row, "created"),
                        Columns.time(row, "last_used")))
                .findOne();
    }

    @Override
    public void touch(Transaction transaction, String idHash, Instant at) {
        transactions.handle(transaction).execute(TOUCH, Columns.time(at), idHash);
    }

    @Override
    public void delete(Transaction transaction, String idHash) {
        transactions.handle(transaction).execute(DELETE, idHash);
    }

    @Override
    public int deleteOlder(Transaction transaction, Instant created, Instant used) {
        return transactions.handle(transaction).execute(DELETE_OLDER, Columns.time(created), Columns.time(used));
    }
}
