package no.klarert.sdk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A document fetched from elsewhere and kept: used as it is while young, fetched anew when older, dropped when too old.
 * Fetching is rate-limited, so that neither a broken server nor hostile input leads to a storm of requests; those who can use
 * the kept document never wait for a fetch that someone else makes.
 */
final class Refreshing<T> {
    private static final Duration YOUNG = Duration.ofHours(1);
    private static final Duration TOO_OLD = Duration.ofHours(24);
    private static final Duration PAUSE_AFTER_SUCCESS = Duration.ofSeconds(30);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);

    /** The document, or why there is none. */
    sealed interface Fetched<T> {
        record Value<T>(T value) implements Fetched<T> {}

        record Failure<T>(String reason) implements Fetched<T> {}
    }

    private record Kept<T>(T value, Instant at) {}

    private final Supplier<Fetched<T>> source;
    private final InstantSource clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable Kept<T> kept;
    // Both written only by the holder of the lock.
    private Instant nextFetch = Instant.MIN;
    private String lastFailure = "not fetched yet";

    Refreshing(Supplier<Fetched<T>> source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    /** The document, fetched when needed. */
    Fetched<T> current() {
        var found = kept;
        if (found == null || isOlderThan(TOO_OLD, found)) {
            return fetchedBecauseNeeded();
        }
        return new Fetched.Value<>(isOlderThan(YOUNG, found) ? renewed(found) : found.value());
    }

    /** A document that is not {@code lacking}, which someone found incomplete; {@code lacking} when it may not be fetched yet. */
    Fetched<T> insteadOf(T lacking) {
        fetching.lock();
        try {
            var found = kept;
            if (found == null || found.value().equals(lacking)) {
                fetch();
            }
            return usable();
        } finally {
            fetching.unlock();
        }
    }

    private Fetched<T> fetchedBecauseNeeded() {
        fetching.lock();
        try {
            var found = kept;
            if (found == null || isOlderThan(TOO_OLD, found)) {
                fetch();
            }
            return usable();
        } finally {
            fetching.unlock();
        }
    }

    private T renewed(Kept<T> found) {
        if (!fetching.tryLock()) {
            return found.value();
        }
        try {
            fetch();
            var now = kept;
            return now == null ? found.value() : now.value();
        } finally {
            fetching.unlock();
        }
    }

    private void fetch() {
        if (clock.instant().isBefore(nextFetch)) {
            return;
        }
        var fetched = source.get();
        var now = clock.instant();
        if (fetched instanceof Fetched.Value<T> value) {
            kept = new Kept<>(value.value(), now);
            nextFetch = now.plus(PAUSE_AFTER_SUCCESS);
        } else if (fetched instanceof Fetched.Failure<T> failure) {
            lastFailure = failure.reason();
            nextFetch = now.plus(PAUSE_AFTER_FAILURE);
        }
    }

    private Fetched<T> usable() {
        var found = kept;
        return found == null || isOlderThan(TOO_OLD, found)
                ? new Fetched.Failure<>(lastFailure)
                : new Fetched.Value<>(found.value());
    }

    private boolean isOlderThan(Duration age, Kept<T> found) {
        return !clock.instant().isBefore(found.at().plus(age));
    }
}
