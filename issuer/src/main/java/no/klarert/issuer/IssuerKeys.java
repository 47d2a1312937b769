package no.klarert.issuer;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * The keys of one issuer as this node knows them: all that are published verify, one signs (Maskinporten §1.3). Choosing a key
 * reads memory only. Safe for use by many threads.
 */
public final class IssuerKeys {
    /** Unknown key ids make a node look for new keys no more often than this. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private static final Comparator<SigningKey> IN_ORDER_OF_SIGNING =
            Comparator.comparing(key -> key.times().signsFrom());

    private final UnaryOperator<List<SigningKey>> source;
    private final ReentrantLock changing = new ReentrantLock();
    private Instant nextLook = Instant.MIN;
    private volatile List<SigningKey> keys;
    private volatile PublishedKeys published;

    /** Keys that stay as they are, at least one. */
    IssuerKeys(List<SigningKey> keys) {
        this(keys, known -> known);
    }

    /**
     * Keys that may change.
     *
     * @param source the keys of now, given those that were known; of keys made at once the one made later comes later
     */
    IssuerKeys(List<SigningKey> keys, UnaryOperator<List<SigningKey>> source) {
        this.source = source;
        this.keys = inOrder(keys);
        this.published = PublishedKeys.of(this.keys, Instant.MIN);
    }

    private static List<SigningKey> inOrder(List<SigningKey> keys) {
        if (keys.isEmpty()) {
            throw new IssuerException("an issuer needs at least one signing key");
        }
        return keys.stream().sorted(IN_ORDER_OF_SIGNING).toList();
    }

    /** Takes over what other nodes and commands have changed. If that cannot be found out, all stays as it was. */
    public void refresh(Instant now) {
        changing.lock();
        try {
            var found = source.apply(keys);
            if (!found.equals(keys)) {
                keys = inOrder(found);
                published = PublishedKeys.of(keys, now);
            }
        } finally {
            changing.unlock();
        }
    }

    /** The public keys at that time. */
    public PublishedKeys published(Instant now) {
        var current = published;
        return current.holds(now) ? current : publishAnew(now);
    }

    private PublishedKeys publishAnew(Instant now) {
        changing.lock();
        try {
            published = PublishedKeys.of(keys, now);
            return published;
        } finally {
            changing.unlock();
        }
    }

    /** The key that signs at that time. */
    SigningKey signingKey(Instant now) {
        return KeyTimes.signing(keys, now)
                .orElseThrow(() -> new IssuerException("every signing key this node knows of is gone"));
    }

    /** The key with exactly that id, if it is published at that time. An unknown one may have been made elsewhere just now. */
    Optional<SigningKey> find(String id, Instant now) {
        var known = known(id);
        return (known.isPresent() ? known : lookFor(id, now))
                .filter(key -> key.times().isPublished(now));
    }

    private Optional<SigningKey> known(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    private Optional<SigningKey> lookFor(String id, Instant now) {
        changing.lock();
        try {
            if (!now.isBefore(nextLook)) {
                nextLook = now.plus(BETWEEN_LOOKS);
                refresh(now);
            }
            return known(id);
        } finally {
            changing.unlock();
        }
    }
}
