package no.klarert.policy.wire;

import java.io.Serial;

/** Ends the reading of a document that cannot be read further. Never leaves this package, so it carries no stack. */
final class Malformed extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int at;

    Malformed(int at, String message) {
        super(message, null, false, false);
        this.at = at;
    }

    /** Where in the document, as its reader counts. */
    int at() {
        return at;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
