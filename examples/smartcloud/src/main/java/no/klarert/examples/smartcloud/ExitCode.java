package no.klarert.examples.smartcloud;

/** How the program ends. */
final class ExitCode {
    static final int SHOWN = 0;
    /** A fault in the program. */
    static final int UNEXPECTED = 1;
    /** An option is missing, unknown or malformed; picocli's own code for it. */
    static final int BAD_OPTIONS = 2;
    /** The issuer gives no token. */
    static final int TOKEN_REFUSED = 3;
    /** The API does not answer this caller. */
    static final int CALL_REFUSED = 4;
    /** The issuer or the API cannot be reached or is not itself: later it may work. */
    static final int UNREACHABLE = 5;

    private ExitCode() {}
}
