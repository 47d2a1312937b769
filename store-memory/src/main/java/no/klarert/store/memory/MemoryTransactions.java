package no.klarert.store.memory;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import no.klarert.storage.Transaction;
import no.klarert.storage.Transactions;
import org.jspecify.annotations.Nullable;

/** One transaction at a time, under one lock. */
final class MemoryTransactions implements Transactions {
    private final ReentrantLock lock = new ReentrantLock();
    private final MemoryChanges changes;
    private @Nullable MemoryTransaction current;

    MemoryTransactions(MemoryChanges changes) {
        this.changes = changes;
    }

    @Override
    public <T> T run(Function<Transaction, T> work) {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("a transaction is open on this thread already: pass it on instead");
        }
        var transaction = new MemoryTransaction();
        lock.lock();
        try {
            current = transaction;
            T result = work.apply(transaction);
            transaction.commit();
            return result;
        } finally {
            transaction.end();
            current = null;
            lock.unlock();
            changes.tell(transaction.committed());
        }
    }

    /** Answers the transaction if it is the one that is open here, on this thread. */
    MemoryTransaction own(Transaction transaction) {
        if (lock.isHeldByCurrentThread()
                && transaction instanceof MemoryTransaction mine
                && mine == current
                && mine.isOpen()) {
            return mine;
        }
        throw new IllegalArgumentException("not an open transaction of this store on this thread");
    }

    /** Reads what is committed; inside a transaction, what that transaction sees. */
    <T> T read(Supplier<T> reading) {
        lock.lock();
        try {
            return reading.get();
        } finally {
            lock.unlock();
        }
    }
}
