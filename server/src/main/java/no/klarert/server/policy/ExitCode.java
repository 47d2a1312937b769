package no.klarert.server.policy;

/** How the commands end, for scripts. Equal in every command, and distinct. */
final class ExitCode {
    /** Done, and nothing is wrong. */
    static final int FINE = 0;
    /** A test failed; or, with {@code check --strict}, a policy has warnings. */
    static final int FAILED = 1;
    /** Bad arguments, or a file that cannot be read or is not what the argument promises. */
    static final int BAD_USE = 2;
    /** A policy is refused. */
    static final int BAD_POLICY = 3;
    /** A request is refused. */
    static final int BAD_REQUEST = 4;

    /** A fault of ours. */
    static final int FAULT = 70;

    /** What {@code --help} says. */
    static final String EXPLAINED =
            "Exit codes: 0 fine, 1 a test failed (check --strict: a warning), 2 bad arguments or a file "
                    + "that cannot be used, 3 policy refused, 4 request refused, 70 a fault in klarert.";

    private ExitCode() {}
}
