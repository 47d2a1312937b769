package no.klarert.store.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import no.klarert.storage.Change;
import no.klarert.storage.Transaction;

/** A unit of work: remembers how to undo what was done in it, in reverse order. */
final class MemoryTransaction implements Transaction {
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final Set<Change> changes = new LinkedHashSet<>();
    private boolean open = true;
    private boolean committed;

    void onRollback(Runnable step) {
        undo.push(step);
    }

    void commit() {
        undo.clear();
        committed = true;
    }

    void changed(Change change) {
        changes.add(change);
    }

    /** Of what is over: what it wrote, if that stands. */
    Set<Change> committed() {
        return committed ? changes : Set.of();
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
