package no.klarert.pdp;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import no.klarert.pdp.PolicyRetrievalPoint.Retrieval;
import no.klarert.policy.CompilationResult;
import no.klarert.policy.Dialect;
import no.klarert.policy.PolicyCompiler;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.ResourceId;

/**
 * Compiled policies, kept by resource and version. Which version is in force is read from the source for every decision, so an
 * upload counts at once on every node; what never changes, the version's content, is fetched and compiled once. Least recently
 * used versions go first when the XML they came from exceeds the bound.
 */
public final class CachedPolicies implements PolicyRetrievalPoint {
    private final PolicySource source;
    private final long mostBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private final LinkedHashMap<Key, Kept> kept = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    /**
     * @param mostBytes how much policy XML the kept policies may come from; compiled policies take a few times that
     */
    public CachedPolicies(PolicySource source, long mostBytes) {
        this.source = source;
        this.mostBytes = mostBytes;
    }

    @Override
    public Retrieval policyFor(Transaction transaction, ResourceId resource) {
        var version = source.currentVersion(transaction, resource);
        if (version.isEmpty()) {
            return new Retrieval.Missing();
        }
        return recall(new Key(resource, version.getAsLong())).orElseGet(() -> fetch(transaction, resource));
    }

    /** The version fetched may be newer than the one just asked for; it is kept under its own number. */
    private Retrieval fetch(Transaction transaction, ResourceId resource) {
        var text = source.current(transaction, resource);
        if (text.isEmpty()) {
            return new Retrieval.Missing();
        }
        var xml = text.get().xml();
        var retrieval = compile(xml.toArray());
        keep(new Key(resource, text.get().version()), new Kept(retrieval, xml.length()));
        return retrieval;
    }

    private static Retrieval compile(byte[] xml) {
        return switch (PolicyCompiler.compile(xml, Dialect.ALTINN)) {
            case CompilationResult.Compiled compiled -> new Retrieval.Found(compiled.policy());
            case CompilationResult.Rejected rejected -> new Retrieval.Unusable();
        };
    }

    private Optional<Retrieval> recall(Key key) {
        lock.lock();
        try {
            return Optional.ofNullable(kept.get(key)).map(Kept::retrieval);
        } finally {
            lock.unlock();
        }
    }

    private void keep(Key key, Kept value) {
        lock.lock();
        try {
            var former = kept.put(key, value);
            bytes += value.size() - (former == null ? 0 : former.size());
            for (Iterator<Map.Entry<Key, Kept>> eldest = kept.entrySet().iterator();
                    bytes > mostBytes && eldest.hasNext(); ) {
                bytes -= eldest.next().getValue().size();
                eldest.remove();
            }
        } finally {
            lock.unlock();
        }
    }

    /** How many policies are kept at the moment. */
    int size() {
        lock.lock();
        try {
            return kept.size();
        } finally {
            lock.unlock();
        }
    }

    private record Key(ResourceId resource, long version) {}

    private record Kept(Retrieval retrieval, int size) {}
}
