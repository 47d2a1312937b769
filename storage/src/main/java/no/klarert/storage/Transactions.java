package no.klarert.storage;

import java.util.function.Function;

/** Opens units of work. Implementers commit when the work returns and roll back when it throws. */
public interface Transactions {
    /**
     * Runs {@code work} in one transaction and answers what it answers. Reads see one committed state per statement at least; a
     * row read with a {@code lock…} method stays as read until the end. Work may be run again after a serialization failure, so
     * it must have no effects outside the transaction.
     */
    <T> T run(Function<Transaction, T> work);
}
