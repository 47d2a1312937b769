package no.klarert.store.postgres;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import no.klarert.storage.Change;
import no.klarert.storage.Transaction;
import no.klarert.storage.Transactions;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Read-committed transactions, run again a few times when the database gives one up in favour of another. A transaction opened
 * inside another on the same thread is refused: it would wait for a second connection while it holds the first, and many at once
 * would wait for each other.
 */
final class PostgresTransactions implements Transactions {
    private static final int ATTEMPTS = 5;

    private final Jdbi jdbi;
    private final Consumer<Collection<Change>> committed;

    /** What is open, to refuse mistakes; nothing is passed on through it. */
    private final Map<Thread, PostgresTransaction> open = new ConcurrentHashMap<>();

    /** @param committed hears what a transaction wrote, when it is written for good and before the caller goes on */
    PostgresTransactions(Jdbi jdbi, Consumer<Collection<Change>> committed) {
        this.jdbi = jdbi;
        this.committed = committed;
        jdbi.setSqlLogger(new FailureNote());
    }

    @Override
    public <T> T run(Function<Transaction, T> work) {
        if (open.containsKey(Thread.currentThread())) {
            throw new IllegalStateException("a transaction is open on this thread already: pass it on instead");
        }
        for (int attempt = 1; ; attempt++) {
            try {
                var done = jdbi.inTransaction(handle -> apply(work, new PostgresTransaction(handle)));
                committed.accept(done.changes());
                return done.result();
            } catch (JdbiException e) {
                if (attempt == ATTEMPTS || !Failures.wasGivenUp(e)) {
                    throw Failures.translate(e);
                }
            }
        }
    }

    private record Done<T>(T result, Set<Change> changes) {}

    private <T> Done<T> apply(Function<Transaction, T> work, PostgresTransaction transaction) {
        open.put(Thread.currentThread(), transaction);
        try {
            var result = work.apply(transaction);
            if (!transaction.changes().isEmpty()) {
                ChangeLog.append(transaction.handle(), transaction.changes());
            }
            transaction.refuseIfAStatementFailed();
            return new Done<>(result, transaction.changes());
        } finally {
            open.remove(Thread.currentThread());
        }
    }

    /** Tells with the commit that this was written. */
    void changed(Transaction transaction, String kind, String key) {
        own(transaction).changed(new Change(kind, key));
    }

    /** The connection of a transaction that is open here, on this thread. One of another store or that has ended is refused. */
    Handle handle(Transaction transaction) {
        return own(transaction).handle();
    }

    private PostgresTransaction own(Transaction transaction) {
        if (transaction instanceof PostgresTransaction ours && ours.equals(open.get(Thread.currentThread()))) {
            return ours;
        }
        throw new IllegalArgumentException("not an open transaction of this store on this thread");
    }

    /** Notes in the open transaction that one of its statements failed. */
    private final class FailureNote implements SqlLogger {
        @Override
        public void logException(StatementContext context, SQLException failure) {
            var transaction = open.get(Thread.currentThread());
            if (transaction != null && transaction.handle().getConnection().equals(context.getConnection())) {
                transaction.statementFailed();
            }
        }
    }
}
