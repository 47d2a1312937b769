package no.klarert.issuer;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The times of an assertion (Maskinporten §2.3 and §2.5 step 10). A merely old {@code issuedAt} is no reason to refuse. */
record Validity(Instant issuedAt, Instant expires, Optional<Instant> notBefore) {
    /** How far the clocks of others may differ from ours. */
    static final Duration SKEW = Duration.ofSeconds(10);

    private static final Duration LONGEST = Duration.ofMinutes(2);

    Optional<Refusal> refusal(Instant now) {
        var latestStart = now.plus(SKEW);
        if (issuedAt.isAfter(latestStart)) {
            return invalidGrant("Issue time is after now");
        }
        if (!expires.isAfter(now.minus(SKEW))) {
            return Optional.of(Refusal.of(MpCode.MP_130));
        }
        if (!expires.isAfter(issuedAt)) {
            return invalidGrant("`exp` must be after `iat`");
        }
        if (expires.isAfter(issuedAt.plus(LONGEST))) {
            return invalidGrant("`exp` is more than " + LONGEST.toSeconds() + " seconds after `iat`");
        }
        if (notBefore.isPresent() && notBefore.get().isAfter(latestStart)) {
            return invalidGrant("`nbf` is after now");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> invalidGrant(String what) {
        return Optional.of(Refusal.of(OAuthError.INVALID_GRANT, "Invalid assertion. " + what));
    }
}
