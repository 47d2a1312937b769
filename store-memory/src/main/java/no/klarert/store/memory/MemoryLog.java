package no.klarert.store.memory;

import java.util.ArrayList;
import java.util.List;
import no.klarert.storage.Transaction;

/** Entries in the order they were written; those of a failed transaction disappear. */
final class MemoryLog<T> {
    private final MemoryTransactions transactions;
    private final List<T> entries = new ArrayList<>();

    MemoryLog(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    void append(Transaction transaction, T entry) {
        var unit = transactions.own(transaction);
        entries.add(entry);
        unit.onRollback(entries::removeLast);
    }

    List<T> entries() {
        return transactions.read(() -> List.copyOf(entries));
    }
}
