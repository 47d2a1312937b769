package no.klarert.store.memory;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import no.klarert.storage.Change;
import no.klarert.storage.ChangeListener;
import no.klarert.storage.Changes;

/** There is one node, which knows all it wrote. */
final class MemoryChanges implements Changes {
    private final List<ChangeListener> listeners = new CopyOnWriteArrayList<>();

    @Override
    public void listen(ChangeListener listener) {
        listeners.add(listener);
    }

    @Override
    public boolean areKnown() {
        return true;
    }

    void tell(Collection<Change> changes) {
        changes.forEach(change -> listeners.forEach(listener -> listener.changed(change)));
    }
}
