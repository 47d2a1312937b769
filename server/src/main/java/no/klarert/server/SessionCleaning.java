package no.klarert.server;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes log-ins that have ended, now and then, until it is closed. A failure costs nothing but a line in the log. */
final class SessionCleaning implements AutoCloseable {
    static final Duration EVERY = Duration.ofMinutes(10);
    private static final Logger LOG = LoggerFactory.getLogger(SessionCleaning.class);
    private static final long LONGEST_WAIT_SECONDS = 5;

    private final IntSupplier deleteEnded;
    private final ScheduledExecutorService timer;

    private SessionCleaning(IntSupplier deleteEnded) {
        this.deleteEnded = deleteEnded;
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("session-cleaning").factory());
    }

    /**
     * Begins after the first interval.
     *
     * @param deleteEnded answers how many log-ins it deleted
     */
    static SessionCleaning start(IntSupplier deleteEnded, Duration interval) {
        var cleaning = new SessionCleaning(deleteEnded);
        var unused = cleaning.timer.scheduleWithFixedDelay(
                cleaning::clean, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        return cleaning;
    }

    private void clean() {
        try {
            LOG.debug("{} ended log-ins deleted", deleteEnded.getAsInt());
        } catch (RuntimeException e) {
            LOG.warn("ended log-ins could not be deleted, will try again: {}", e.toString());
        }
    }

    /** Waits for a deletion that is under way. */
    @Override
    public void close() {
        timer.shutdownNow();
        try {
            if (!timer.awaitTermination(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the deletion of ended log-ins is still running");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
