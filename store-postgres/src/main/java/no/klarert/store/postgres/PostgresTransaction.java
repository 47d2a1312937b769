package no.klarert.store.postgres;

import java.util.LinkedHashSet;
import java.util.Set;
import no.klarert.storage.Change;
import no.klarert.storage.StorageException;
import no.klarert.storage.Transaction;
import org.jdbi.v3.core.Handle;

/** A unit of work: one connection with an open transaction. Equal to itself only. */
final class PostgresTransaction implements Transaction {
    private final Handle handle;
    private final Set<Change> changes = new LinkedHashSet<>();
    private boolean failed;

    PostgresTransaction(Handle handle) {
        this.handle = handle;
    }

    Handle handle() {
        return handle;
    }

    /** Notes what is written, to be told with the commit. */
    void changed(Change change) {
        changes.add(change);
    }

    Set<Change> changes() {
        return changes;
    }

    void statementFailed() {
        failed = true;
    }

    /** PostgreSQL answers COMMIT after a failed statement with a rollback, and the driver does not tell. */
    void refuseIfAStatementFailed() {
        if (failed) {
            throw new StorageException("a statement failed and the work went on: nothing was changed");
        }
    }
}
