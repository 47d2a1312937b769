package no.klarert.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A node is killed as {@code kill -9} does, at a moment it does not choose. What it acknowledged is there; nothing is there by half. */
class CrashTest {
    private static final int MOST_MILLIS = 400;

    private final TestDatabase database = new TestDatabase();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    @Timeout(60)
    void keeps_all_that_was_acknowledged_and_nothing_by_half(long seed) throws IOException, InterruptedException {
        var acknowledged = acknowledgedBeforeKill(new Random(seed).nextInt(MOST_MILLIS));

        var organizations = column("SELECT name FROM klarert.organization");
        assertThat(acknowledged).isNotEmpty();
        assertThat(organizations).containsAll(acknowledged);
        assertThat(organizations).hasSizeLessThanOrEqualTo(acknowledged.size() + CrashingNode.WRITERS);
        assertThat(column("SELECT object FROM klarert.audit_event")).containsExactlyInAnyOrderElementsOf(organizations);
        assertThat(column("SELECT prefix FROM klarert.scope_prefix"))
                .containsExactlyInAnyOrderElementsOf(organizations);
    }

    private List<String> acknowledgedBeforeKill(int millis) throws IOException, InterruptedException {
        var node = start();
        List<String> acknowledged = new ArrayList<>();
        try (var lines = new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8))) {
            var first = lines.readLine();
            acknowledged.add(first == null ? "nothing" : first);
            var killer = Thread.ofVirtual().start(() -> killAfter(node, millis));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                acknowledged.add(line);
            }
            killer.join();
        }
        node.waitFor();
        return whole(acknowledged);
    }

    private static void killAfter(Process node, int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        node.toHandle().destroyForcibly(); // the process itself would close what is left to read
    }

    /** Without the last line, of which the kill may have cut a part. */
    private static List<String> whole(List<String> lines) {
        return lines.stream()
                .filter(line -> line.endsWith(CrashingNode.END))
                .map(CrashingNode::name)
                .toList();
    }

    private Process start() {
        try {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            CrashingNode.class.getName(),
                            database.url())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> column(String sql) {
        return database.jdbi()
                .withHandle(handle -> handle.select(sql).mapTo(String.class).set());
    }
}
