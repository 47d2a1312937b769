package no.klarert.issuer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a key is published and when it signs. Nodes that read the same times agree on every state without talking (Maskinporten
 * §1.3).
 *
 * @param published since when it is in the issuer's key set
 * @param signsFrom when it takes over from the key before it
 * @param publishedUntil when it leaves the key set; empty as long as no key after it is known
 */
public record KeyTimes(Instant published, Instant signsFrom, Optional<Instant> publishedUntil) {
    /** What has such times. */
    interface Scheduled {
        KeyTimes times();
    }

    boolean isPublished(Instant now) {
        return publishedUntil.isEmpty() || publishedUntil.get().isAfter(now);
    }

    private boolean maySign(Instant now) {
        return !signsFrom.isAfter(now) && isPublished(now);
    }

    /**
     * The key that signs: of the published ones the last whose time has come, or else the one whose time comes first, since a node
     * whose clock is behind must sign too. Nothing if no key is published.
     *
     * @param keys in the order in which they sign
     */
    static <K extends Scheduled> Optional<K> signing(List<K> keys, Instant now) {
        for (int i = keys.size() - 1; i >= 0; i--) {
            if (keys.get(i).times().maySign(now)) {
                return Optional.of(keys.get(i));
            }
        }
        return keys.stream().filter(key -> key.times().isPublished(now)).findFirst();
    }

    /** The state of {@code key}, one of {@code keys}, which are in the order in which they sign. */
    static <K extends Scheduled> KeyState state(K key, List<K> keys, Instant now) {
        if (!key.times().isPublished(now)) {
            return KeyState.GONE;
        }
        if (signing(keys, now).filter(key::equals).isPresent()) {
            return KeyState.SIGNING;
        }
        return key.times().signsFrom.isAfter(now) ? KeyState.PUBLISHED : KeyState.RETIRED;
    }
}
