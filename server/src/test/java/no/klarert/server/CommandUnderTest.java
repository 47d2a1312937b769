package no.klarert.server;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The whole command as {@link Main} makes it, with its streams in memory and a clock that stands still. */
public final class CommandUnderTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    private CommandUnderTest() {}

    /** How it ended. Every call also makes sure that no stack trace came out. */
    public record Ended(int exitCode, String out, String err) {
        public Ended {
            if ((out + err).contains("\tat ")) {
                throw new AssertionError("a stack trace: " + out + err);
            }
        }

        public List<String> outLines() {
            return out.lines().toList();
        }

        public List<String> errLines() {
            return err.lines().toList();
        }
    }

    public static Ended run(Object... arguments) {
        return runWith("", arguments);
    }

    /**
     * Runs the command with something to read.
     *
     * @param standardInput what {@code -} stands for
     */
    public static Ended runWith(String standardInput, Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var in = new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8));
        var line = Main.commandLine(in, InstantSource.fixed(NOW))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        var words = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
        int exitCode = line.execute(words);
        return new Ended(exitCode, out.toString(), err.toString());
    }
}
