package no.klarert.sdk;

import no.klarert.sdk.VerificationOutcome.Reason;

/** Leaves the row of checks in {@link TokenVerifier}, which turns it into an outcome. */
final class TokenRejection extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String detail;

    TokenRejection(Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
        this.detail = detail;
    }

    Reason reason() {
        return reason;
    }

    String detail() {
        return detail;
    }
}
