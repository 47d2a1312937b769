package no.klarert.store.postgres;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.Set;
import no.klarert.storage.StorageException;
import no.klarert.storage.StorageUnavailableException;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.JdbiException;

/**
 * Turns what the database, its driver and its pool say into what callers know (PostgreSQL, appendix A). Messages repeat
 * no values.
 */
final class Failures {
    private static final Set<String> GIVEN_UP = Set.of("40001", "40P01");

    /** Connection, resources, operator intervention, system error. */
    private static final Set<String> UNAVAILABLE_CLASSES = Set.of("08", "53", "57", "58");

    /** Given up too often, lock or idle transaction timed out, a server that only reads. */
    private static final Set<String> UNAVAILABLE = Set.of("40001", "40P01", "55P03", "25P03", "25006");

    private static final int CLASS_LENGTH = 2;

    private Failures() {}

    /** Whether the transaction lost against another and may succeed when it is run again. */
    static boolean wasGivenUp(JdbiException failure) {
        return cause(failure)
                .map(SQLException::getSQLState)
                .filter(GIVEN_UP::contains)
                .isPresent();
    }

    static StorageException translate(Exception failure) {
        var cause = cause(failure);
        if (failure instanceof ConnectionException
                || cause.filter(Failures::isUnavailable).isPresent()) {
            return new StorageUnavailableException(
                    "the database cannot be reached, is overloaded or took too long", failure);
        }
        return new StorageException(
                "the database refused a statement"
                        + cause.map(e -> ", SQLSTATE " + e.getSQLState()).orElse(""),
                failure);
    }

    private static boolean isUnavailable(SQLException cause) {
        var state = cause.getSQLState();
        if (state == null || cause instanceof SQLTransientException) {
            return true; // the pool's own: the connection is gone
        }
        return UNAVAILABLE.contains(state)
                || (state.length() > CLASS_LENGTH && UNAVAILABLE_CLASSES.contains(state.substring(0, CLASS_LENGTH)));
    }

    private static Optional<SQLException> cause(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }
}
