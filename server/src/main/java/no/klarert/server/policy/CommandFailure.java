package no.klarert.server.policy;

import java.util.List;

/** Ends a command: what to print on standard error, one line each, and the exit code. */
final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final transient List<String> lines;

    CommandFailure(int exitCode, List<String> lines) {
        super(String.join("; ", lines));
        this.exitCode = exitCode;
        this.lines = List.copyOf(lines);
    }

    static CommandFailure badUse(String line) {
        return new CommandFailure(ExitCode.BAD_USE, List.of("klarert: " + line));
    }

    int exitCode() {
        return exitCode;
    }

    List<String> lines() {
        return lines;
    }
}
