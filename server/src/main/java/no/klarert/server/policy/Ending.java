package no.klarert.server.policy;

import java.util.function.IntSupplier;
import picocli.CommandLine;

/** The one place where what stops a command becomes lines on standard error and an exit code; never a stack trace. */
final class Ending {
    private Ending() {}

    static int of(CommandLine line, IntSupplier work) {
        try {
            return work.getAsInt();
        } catch (CommandFailure failure) {
            failure.lines().forEach(line.getErr()::println);
            return failure.exitCode();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
            line.getErr().println("klarert: a fault in klarert, please report it: " + Words.shown(fault.toString()));
            return ExitCode.FAULT;
        } finally {
            line.getOut().flush();
            line.getErr().flush();
        }
    }
}
