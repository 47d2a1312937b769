package no.klarert.issuer.certificate;

import java.time.Instant;
import java.util.List;

/**
 * Whether certificates that are otherwise sound have been revoked since (RFC 5280 §6.3, RFC 6960). Each kind answers within a bounded
 * time, remembers what it found for some minutes at most, and never fails for what an issuer published or did not.
 */
public abstract sealed class Revocation permits Revocation.Unchecked, CrlFiles, OnlineRevocation {
    Revocation() {}

    /** Asks nobody: every certificate counts as good. For development. */
    public static Revocation unchecked() {
        return new Unchecked();
    }

    /** The worst that is known of any certificate of the path at that time. */
    abstract Status status(List<Link> path, Instant now);

    /** What is known about certificates, from good to bad. */
    enum Status {
        GOOD,
        /** Nobody could say. */
        UNKNOWN,
        REVOKED;

        Status orWorse(Status other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    /** See {@link #unchecked()}. */
    static final class Unchecked extends Revocation {
        @Override
        Status status(List<Link> path, Instant now) {
            return Status.GOOD;
        }
    }
}
