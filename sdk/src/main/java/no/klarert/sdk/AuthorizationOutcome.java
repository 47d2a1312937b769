package no.klarert.sdk;

/** Whether a verified caller may do what it asks for. Only {@link Granted} is access. */
public sealed interface AuthorizationOutcome {
    /** Permitted, and every obligation is met. */
    record Granted(SystemUser systemUser) implements AuthorizationOutcome {}

    /**
     * Not permitted: answer 403.
     *
     * @param detail for the log; not for the caller
     */
    record Denied(Reason reason, String detail) implements AuthorizationOutcome {
        /** The value of the {@code WWW-Authenticate} header to answer with (RFC 6750 §3.1); the same whatever the reason. */
        public String challenge() {
            return BearerChallenge.INSUFFICIENT;
        }
    }

    /** It could not be decided: no access, but not the caller's fault; answer 500 or 503. */
    record Undecided(String detail) implements AuthorizationOutcome {}

    /** Why access is denied. */
    enum Reason {
        /** The token was not issued for a system user. */
        NO_SYSTEM_USER,
        /** The decision point does not permit it. */
        NOT_PERMITTED,
        /** Permitted at a higher authentication level than the caller's. */
        LEVEL_TOO_LOW,
        /** Permitted under an obligation that is not understood here (XACML 3.0 §7.18). */
        UNKNOWN_OBLIGATION
    }
}
