package no.klarert.store.postgres;

import no.klarert.storage.Transaction;
import org.jdbi.v3.core.Handle;

/** A unit of work: one connection with an open transaction. */
record PostgresTransaction(Handle handle) implements Transaction {
    /** The connection of a transaction of ours; another store's is refused. */
    static Handle handle(Transaction transaction) {
        if (transaction instanceof PostgresTransaction ours) {
            return ours.handle();
        }
        throw new IllegalArgumentException(
                "a transaction of another store: " + transaction.getClass().getName());
    }
}
