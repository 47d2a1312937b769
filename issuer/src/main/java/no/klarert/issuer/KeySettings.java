package no.klarert.issuer;

import java.time.Duration;
import java.time.Instant;
import no.klarert.vocabulary.InvalidValueException;

/**
 * How signing keys are made and how they follow each other (Maskinporten §1.3).
 *
 * @param size of a new key in bits, 2048 to 4096
 * @param publishAhead how long a new key is published before it signs, at least a minute; verifiers keep key sets about a day
 * @param keep how long a key stays published after the last token it signed has expired
 * @param lifetime how long a key signs before the next takes over, more than {@code publishAhead}; zero for as long as nobody rotates
 */
public record KeySettings(int size, Duration publishAhead, Duration keep, Duration lifetime) {
    /** The longest any token of ours lives. */
    static final Duration LONGEST_TOKEN = Duration.ofHours(2);

    /** How often a node looks for keys made elsewhere. */
    public static final Duration REFRESH = Duration.ofSeconds(5);

    /** After this every node knows a key, and none signs with one that another does not publish. */
    static final Duration KNOWN_EVERYWHERE = REFRESH.multipliedBy(2);

    private static final Duration LONGEST_CACHED = Duration.ofHours(1);
    private static final Duration LEAST_AHEAD = Duration.ofMinutes(1);
    private static final int SMALLEST = 2048;
    private static final int LARGEST = 4096;

    /** As the public service: 3072 bits, a day ahead, a day after; a new key every 90 days. */
    public static final KeySettings USUAL =
            new KeySettings(3072, Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(90));

    public KeySettings {
        if (!isAllowed(size)) {
            throw InvalidValueException.of("signing key size", Integer.toString(size), "2048 to 4096 bits");
        }
        if (publishAhead.compareTo(LEAST_AHEAD) < 0) {
            throw InvalidValueException.of("time a key is published ahead", publishAhead.toString(), "PT1M or more");
        }
        if (keep.isNegative()) {
            throw InvalidValueException.of("time a key is kept", keep.toString(), "PT0S or more");
        }
        if (!lifetime.isZero() && lifetime.compareTo(publishAhead) <= 0) {
            throw InvalidValueException.of(
                    "lifetime of a key",
                    lifetime.toString(),
                    "more than the " + publishAhead + " it is published ahead, or PT0S for no rotation by itself");
        }
    }

    /** As usual, with keys of that size. */
    public static KeySettings ofSize(int bits) {
        return new KeySettings(bits, USUAL.publishAhead, USUAL.keep, USUAL.lifetime);
    }

    static boolean isAllowed(int bits) {
        return bits >= SMALLEST && bits <= LARGEST;
    }

    /** When a key can leave the key set whose successor signs from {@code successor} on. */
    Instant publishedUntil(Instant successor) {
        return successor.plus(LONGEST_TOKEN).plus(keep);
    }

    /** How long a verifier may keep a key set and still know every key before it signs; at most an hour. */
    public Duration maxAge() {
        var longest = publishAhead.minus(KNOWN_EVERYWHERE);
        return longest.compareTo(LONGEST_CACHED) < 0 ? longest : LONGEST_CACHED;
    }
}
