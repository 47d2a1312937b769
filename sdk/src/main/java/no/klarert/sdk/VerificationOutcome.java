package no.klarert.sdk;

/** What became of a token that was to be verified. */
public sealed interface VerificationOutcome {
    /** Every check passed. */
    record Verified(VerifiedToken token) implements VerificationOutcome {}

    /**
     * The caller has not shown a token that is good enough.
     *
     * @param reason which check failed
     * @param detail for the log: what was found, without any part of the token that is secret
     * @param challenge the value of the {@code WWW-Authenticate} header to answer with (RFC 6750 §3)
     */
    record Rejected(Reason reason, String detail, String challenge) implements VerificationOutcome {
        /** The HTTP status to answer with (RFC 6750 §3.1): 401, or 403 when only the scope is lacking. */
        public int status() {
            return reason == Reason.SCOPE ? 403 : 401;
        }
    }

    /** The issuer's keys cannot be had, so that nothing can be said about the token: no access, but not the caller's fault. */
    record Unavailable(String reason) implements VerificationOutcome {}

    /** The check that failed; the checks are made in this order. */
    enum Reason {
        /** No bearer token in the request. */
        NO_TOKEN,
        /** Not a compact JWS with a JSON header and a JSON payload, or too large. */
        MALFORMED,
        /** Signed with an algorithm that is not allowed, or not signed. */
        ALGORITHM,
        /** The issuer has published no key with this {@code kid}. */
        UNKNOWN_KEY,
        /** The signature does not fit. */
        SIGNATURE,
        /** Issued by someone else. */
        ISSUER,
        /** Past its {@code exp}, or without one. */
        EXPIRED,
        /** Its {@code iat} or {@code nbf} is in the future. */
        NOT_YET_VALID,
        /** Not meant for this API. */
        AUDIENCE,
        /** Bound to a key or certificate of its holder (RFC 7800), which this verifier does not ask for. */
        BOUND,
        /** A claim that must be there is absent or malformed. */
        CLAIM,
        /** Does not hold the scope. */
        SCOPE
    }
}
