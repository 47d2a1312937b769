package no.klarert.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A processor of the machine that a process is kept on, so that it competes with nobody; Linux only. */
record Processor(int number) {
    /** What is measured. */
    static final Processor OF_SERVER = new Processor(0);

    /** The load, the database and everything else. */
    static final Processor OF_OTHERS = new Processor(1);

    /** The kernel counts processor time in hundredths of a second. */
    private static final long TICK_MILLIS = 10;

    /** Keeps this JVM and whatever it starts from now on here. */
    void keepThisProcess() {
        run(List.of(
                "taskset",
                "-a",
                "-c",
                "-p",
                Integer.toString(number),
                Long.toString(ProcessHandle.current().pid())));
    }

    /** A command whose process is kept here. */
    List<String> keep(List<String> command) {
        return Stream.concat(Stream.of("taskset", "-c", Integer.toString(number)), command.stream())
                .toList();
    }

    /** What a process has used so far, in user and kernel mode. */
    static Duration used(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Duration.ofMillis((Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * TICK_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(List<String> command) {
        try {
            int exit = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException(command + " ended with " + exit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
