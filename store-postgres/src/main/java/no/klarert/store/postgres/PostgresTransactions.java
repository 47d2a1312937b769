package no.klarert.store.postgres;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Function;
import no.klarert.storage.Transaction;
import no.klarert.storage.Transactions;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Read-committed transactions, run again a few times when the database gives one up in favour of another. */
final class PostgresTransactions implements Transactions {
    private static final Set<String> GIVEN_UP = Set.of("40001", "40P01");
    private static final int ATTEMPTS = 5;

    private final Jdbi jdbi;

    PostgresTransactions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public <T> T run(Function<Transaction, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return jdbi.inTransaction(handle -> work.apply(new PostgresTransaction(handle)));
            } catch (JdbiException e) {
                if (attempt == ATTEMPTS || !wasGivenUp(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean wasGivenUp(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && GIVEN_UP.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
