package no.klarert.store.postgres;

import no.klarert.storage.Transaction;
import org.jdbi.v3.core.Handle;

/** A unit of work: one connection with an open transaction. Equal to itself only. */
final class PostgresTransaction implements Transaction {
    private final Handle handle;

    PostgresTransaction(Handle handle) {
        this.handle = handle;
    }

    Handle handle() {
        return handle;
    }
}
