package no.klarert.store.memory;

import java.util.ArrayList;
import java.util.List;
import no.klarert.issuer.ReplayGuard;
import no.klarert.issuer.TokenLog;

/** Like the guard's claims, what is recorded stands whatever becomes of a transaction around it. */
final class MemoryTokenLog implements TokenLog {
    private final ReplayGuard guard;
    private final List<Entry> entries = new ArrayList<>();

    MemoryTokenLog(ReplayGuard guard) {
        this.guard = guard;
    }

    @Override
    public synchronized boolean use(Assertion assertion, Entry entry, String usedBefore) {
        boolean first = guard.claim(assertion.client(), assertion.jti(), assertion.until());
        record(first ? entry : entry.refusedAs(usedBefore));
        return first;
    }

    @Override
    public synchronized void record(Entry entry) {
        entries.add(entry);
    }

    synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }
}
