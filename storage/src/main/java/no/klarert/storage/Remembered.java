package no.klarert.storage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.Function;

/**
 * Answers of the store, kept until what they were read from changes on any node. Bounded; the least used go first. While changes are
 * not known it reads the store for each question.
 *
 * @param <K> equal keys have equal texts
 * @param <V> immutable; what is absent is kept too
 */
public final class Remembered<K, V> {
    /** An answer is never older, even if no change was ever told. */
    private static final Duration OLDEST = Duration.ofMinutes(10);

    private final Changes changes;
    private final Function<K, String> text;
    private final Function<K, V> read;
    private final long most;
    private volatile Cache<String, V> kept;

    private Remembered(Changes changes, Function<K, String> text, Function<K, V> read, long most) {
        this.changes = changes;
        this.text = text;
        this.read = read;
        this.most = most;
        this.kept = empty();
    }

    /**
     * Keeps at most {@code most} answers.
     *
     * @param kind of the changes that concern these answers
     * @param text the key as those changes name it
     * @param read asks the store, in a transaction of its own
     */
    public static <K, V> Remembered<K, V> of(
            Changes changes, String kind, Function<K, String> text, Function<K, V> read, long most) {
        var remembered = new Remembered<>(changes, text, read, most);
        changes.listen(remembered.new Listener(kind));
        return remembered;
    }

    private Cache<String, V> empty() {
        return Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(OLDEST)
                .executor(Runnable::run)
                .build();
    }

    /** What the store answers, or answered since the last change. */
    public V get(K key) {
        return changes.areKnown() ? kept.get(text.apply(key), unused -> read.apply(key)) : read.apply(key);
    }

    private final class Listener implements ChangeListener {
        private final String kind;

        Listener(String kind) {
            this.kind = kind;
        }

        /** Waits for a reading that is under way, which may have begun before the change, and drops what it finds. */
        @Override
        public void changed(Change change) {
            if (change.kind().equals(kind)) {
                kept.invalidate(change.key());
            }
        }

        /** Readings under way end up in what is thrown away here. */
        @Override
        public void mayHaveMissed() {
            kept = empty();
        }
    }
}
