package no.klarert.store.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import no.klarert.storage.Change;
import no.klarert.storage.Transaction;

/** Immutable values by key. What a transaction does to it is undone when the transaction fails. */
final class MemoryTable<K, V> {
    private final MemoryTransactions transactions;
    private final Function<K, Optional<Change>> change;
    private final Map<K, V> rows = new HashMap<>();

    /** Nobody is told of what is written. */
    MemoryTable(MemoryTransactions transactions) {
        this(transactions, key -> Optional.empty());
    }

    private MemoryTable(MemoryTransactions transactions, Function<K, Optional<Change>> change) {
        this.transactions = transactions;
        this.change = change;
    }

    /** What is written is told as a change of that kind. */
    static <K, V> MemoryTable<K, V> telling(MemoryTransactions transactions, String kind, Function<K, String> key) {
        return new MemoryTable<>(transactions, row -> Optional.of(new Change(kind, key.apply(row))));
    }

    Optional<V> find(Transaction transaction, K key) {
        transactions.own(transaction);
        return Optional.ofNullable(rows.get(key));
    }

    boolean contains(Transaction transaction, K key) {
        return find(transaction, key).isPresent();
    }

    /** All values, in no order. */
    Stream<V> all(Transaction transaction) {
        transactions.own(transaction);
        return rows.values().stream();
    }

    /** False, changing nothing, if there is a row with that key. */
    boolean insert(Transaction transaction, K key, V value) {
        if (contains(transaction, key)) {
            return false;
        }
        put(transaction, key, value);
        return true;
    }

    void put(Transaction transaction, K key, V value) {
        var unit = transactions.own(transaction);
        var before = rows.put(key, value);
        change.apply(key).ifPresent(unit::changed);
        unit.onRollback(before == null ? () -> rows.remove(key) : () -> rows.put(key, before));
    }

    /** False if there is no row with that key. */
    boolean remove(Transaction transaction, K key) {
        var unit = transactions.own(transaction);
        var before = rows.remove(key);
        if (before == null) {
            return false;
        }
        unit.onRollback(() -> rows.put(key, before));
        change.apply(key).ifPresent(unit::changed);
        return true;
    }
}
