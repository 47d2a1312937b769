package no.klarert.policy.regex;

/** A pattern that cannot be read. Never leaves this package. */
final class PatternSyntaxError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    PatternSyntaxError(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
