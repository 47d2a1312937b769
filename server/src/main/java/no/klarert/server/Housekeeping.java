package no.klarert.server;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does chores now and then, until it is closed. A failure costs nothing but a line in the log, and does not keep
 * the other chores from being done.
 */
final class Housekeeping implements AutoCloseable {
    static final Duration EVERY = Duration.ofMinutes(10);
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final long LONGEST_WAIT_SECONDS = 5;

    private final List<Chore> chores;
    private final ScheduledExecutorService timer;

    private Housekeeping(List<Chore> chores) {
        this.chores = List.copyOf(chores);
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("housekeeping").factory());
    }

    /**
     * One chore.
     *
     * @param what its name in the log
     * @param work answers how many things it did
     */
    record Chore(String what, IntSupplier work) {}

    /** Begins after the first interval. */
    static Housekeeping start(Duration interval, Chore... chores) {
        var housekeeping = new Housekeeping(List.of(chores));
        var unused = housekeeping.timer.scheduleWithFixedDelay(
                housekeeping::work, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        return housekeeping;
    }

    private void work() {
        chores.forEach(Housekeeping::work);
    }

    private static void work(Chore chore) {
        try {
            LOG.debug("{}: {}", chore.what(), chore.work().getAsInt());
        } catch (RuntimeException e) {
            LOG.warn("chore not done, will try again: {}: {}", chore.what(), e.toString());
        }
    }

    /** Waits for a chore that is under way. */
    @Override
    public void close() {
        timer.shutdownNow();
        try {
            if (!timer.awaitTermination(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("housekeeping is still running");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
