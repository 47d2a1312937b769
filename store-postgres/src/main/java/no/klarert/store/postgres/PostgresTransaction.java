package no.klarert.store.postgres;

import no.klarert.storage.StorageException;
import no.klarert.storage.Transaction;
import org.jdbi.v3.core.Handle;

/** A unit of work: one connection with an open transaction. Equal to itself only. */
final class PostgresTransaction implements Transaction {
    private final Handle handle;
    private boolean failed;

    PostgresTransaction(Handle handle) {
        this.handle = handle;
    }

    Handle handle() {
        return handle;
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
