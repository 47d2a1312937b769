package no.klarert.store.postgres;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import no.klarert.storage.Change;
import no.klarert.storage.ChangeListener;
import no.klarert.storage.Changes;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what any node wrote by reading the change log ten times a second. A transaction may need a while from writing its rows to
 * its commit, so every reading looks back over those before it; the longest look reaches further back than a commit can take.
 */
final class PostgresChanges implements Changes, AutoCloseable {
    static final Duration INTERVAL = Duration.ofMillis(100);

    /** Without a reading for so long, changes are not known. */
    static final Duration LONGEST_SILENCE = Duration.ofSeconds(2);

    private static final Duration SHORT_LOOK = Duration.ofSeconds(4);
    private static final Duration LONG_LOOK = Duration.ofSeconds(60);
    private static final int LONG_LOOK_EVERY = 10;

    /** Less than the long look by more than a statement may take. */
    private static final Duration LONGEST_GAP = Duration.ofSeconds(20);

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Logger LOG = LoggerFactory.getLogger(PostgresChanges.class);

    private final Jdbi jdbi;
    private final List<ChangeListener> listeners = new CopyOnWriteArrayList<>();
    private final Thread reader;
    private final Set<UUID> told = new HashSet<>();
    private volatile long lastReading;
    private volatile boolean known;
    private volatile boolean closed;
    private boolean failing;

    /** @param jdbi with a connection of its own: a busy pool must not keep changes back */
    PostgresChanges(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.reader = Thread.ofPlatform().daemon().name("changes").unstarted(this::readOnAndOn);
    }

    void start() {
        read(0);
        reader.start();
    }

    @Override
    public void listen(ChangeListener listener) {
        listeners.add(listener);
    }

    @Override
    public boolean areKnown() {
        return known && System.nanoTime() - lastReading < LONGEST_SILENCE.toNanos();
    }

    /** What this node has just committed. */
    void tell(Collection<Change> changes) {
        changes.forEach(change -> tellAll(listener -> listener.changed(change)));
    }

    int forgetOld() {
        return jdbi.withHandle(handle -> ChangeLog.forgetOlderThan(handle, KEPT));
    }

    @Override
    public void close() {
        closed = true;
        reader.interrupt();
    }

    private void readOnAndOn() {
        for (long count = 1; !closed; count++) {
            try {
                Thread.sleep(INTERVAL);
                read(count);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void read(long count) {
        long begun = System.nanoTime();
        boolean isLong = !areKnown() || count % LONG_LOOK_EVERY == 0;
        try {
            var rows = jdbi.withHandle(handle -> ChangeLog.latest(handle, isLong ? LONG_LOOK : SHORT_LOOK));
            if (!known || begun - lastReading > LONGEST_GAP.toNanos()) {
                tellAll(ChangeListener::mayHaveMissed);
            }
            rows.stream().filter(row -> told.add(row.id())).forEach(row -> tell(List.of(row.change())));
            if (isLong) {
                told.retainAll(rows.stream().map(ChangeLog.Row::id).collect(Collectors.toSet()));
            }
            lastReading = begun;
            known = true;
            failing = false;
        } catch (RuntimeException e) {
            report(e);
        }
    }

    /** Once for each time that it begins. */
    private void report(RuntimeException e) {
        if (!closed && !failing) {
            LOG.warn("changes cannot be read; what is kept will not be used until they can: {}", e.toString());
        }
        failing = true;
    }

    private void tellAll(Consumer<ChangeListener> word) {
        listeners.forEach(word);
    }
}
