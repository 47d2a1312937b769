package no.klarert.store.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import no.klarert.storage.Transaction;

/** A unit of work: remembers how to undo what was done in it, in reverse order. */
final class MemoryTransaction implements Transaction {
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private boolean open = true;

    void onRollback(Runnable step) {
        undo.push(step);
    }

    void commit() {
        undo.clear();
    }

    /** Undoes what was not committed. */
    void end() {
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
        open = false;
    }

    boolean isOpen() {
        return open;
    }
}
