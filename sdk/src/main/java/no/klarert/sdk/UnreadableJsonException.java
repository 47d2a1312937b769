package no.klarert.sdk;

/** JSON from outside is malformed or not of the expected shape. The message repeats member names only, never values. */
final class UnreadableJsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableJsonException(String message) {
        super(message);
    }
}
