package no.klarert.server;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * How often each of very many callers may do something: the generic cell rate algorithm (ITU-T I.371), which is a token bucket that
 * keeps one time for each caller, over a count-min sketch in place of a table. The memory is fixed, two mebibytes; no caller is ever
 * forgotten before its time, so that nobody makes room for himself by flooding; and there is no lock. A caller is counted in {@value
 * #ROWS} cells and judged by the emptiest, so that it pays for others only where each of its cells is shared, which callers cannot
 * bring about because they do not know the hash.
 *
 * <p>Counts on this node only.
 */
final class RateLimit {
    private static final int ROWS = 4;
    private static final int WIDTH = 1 << 16;
    private static final long NANOS = Duration.ofSeconds(1).toNanos();

    private final long interval;
    private final long tolerance;
    private final LongSupplier nanos;
    private final long origin;
    private final SipHash hash;
    /** For each cell the time, in nanoseconds since the origin, until which what was counted there is paid for. */
    private final AtomicLongArray cells = new AtomicLongArray(ROWS * WIDTH);

    /**
     * @param rate how often in the long run
     * @param nanos a clock that only ever goes forward, such as {@link System#nanoTime}
     */
    RateLimit(KlarertConfig.Rate rate, LongSupplier nanos, RandomGenerator random) {
        this.interval = NANOS / rate.perSecond();
        this.tolerance = interval * rate.burst();
        this.nanos = nanos;
        this.origin = nanos.getAsLong();
        this.hash = new SipHash(random);
    }

    /** Counts one of {@code caller}'s; if that is too often, counts nothing and answers how long to wait. */
    Optional<Duration> tryAcquire(byte[] caller) {
        long now = now();
        long hashed = hash.hash(caller);
        long paidUntil = Long.MAX_VALUE;
        for (int row = 0; row < ROWS; row++) {
            paidUntil = Math.min(paidUntil, add(cell(hashed, row), interval, now));
        }
        long excess = paidUntil - now - tolerance;
        if (excess <= 0) {
            return Optional.empty();
        }
        for (int row = 0; row < ROWS; row++) {
            cells.addAndGet(cell(hashed, row), -interval);
        }
        return Optional.of(Duration.ofNanos(excess));
    }

    /** Counts {@code times} more, whether there is room for them or not; what goes beyond the burst counts once. */
    void charge(byte[] caller, int times) {
        long now = now();
        long hashed = hash.hash(caller);
        long most = now + tolerance + interval * times;
        for (int row = 0; row < ROWS; row++) {
            int cell = cell(hashed, row);
            cells.accumulateAndGet(
                    cell, interval * times, (paidUntil, cost) -> Math.min(Math.max(paidUntil, now) + cost, most));
        }
    }

    private long add(int cell, long cost, long now) {
        return cells.accumulateAndGet(cell, cost, (paidUntil, more) -> Math.max(paidUntil, now) + more);
    }

    private static int cell(long hashed, int row) {
        return row * WIDTH + (int) (hashed >>> (16 * row) & (WIDTH - 1));
    }

    private long now() {
        return nanos.getAsLong() - origin;
    }
}
