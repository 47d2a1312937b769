package no.klarert.issuer.certificate;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Remembers values until a time, and a bounded number of them: when it is full it forgets what is over, or else everything. */
final class TimedCache<K, V> {
    private final int most;
    private final ConcurrentMap<K, Entry<V>> entries = new ConcurrentHashMap<>();

    TimedCache(int most) {
        this.most = most;
    }

    private record Entry<V>(V value, Instant until) {}

    Optional<V> get(K key, Instant now) {
        return Optional.ofNullable(entries.get(key))
                .filter(entry -> now.isBefore(entry.until()))
                .map(Entry::value);
    }

    void put(K key, V value, Instant until, Instant now) {
        if (entries.size() >= most) {
            entries.values().removeIf(entry -> !now.isBefore(entry.until()));
        }
        if (entries.size() >= most) {
            entries.clear();
        }
        entries.put(key, new Entry<>(value, until));
    }

    int size() {
        return entries.size();
    }
}
