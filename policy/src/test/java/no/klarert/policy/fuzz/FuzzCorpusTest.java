package no.klarert.policy.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The inputs kept for the fuzzers, each tried once: whatever broke something stays mended. */
class FuzzCorpusTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @TestFactory
    Stream<DynamicNode> every_kept_input_is_met_without_surprise() {
        return FuzzTarget.ALL.stream().map(target -> {
            var kept = files(target.corpus());
            assertThat(kept).as("inputs in %s", target.corpus()).hasSizeGreaterThan(2);
            return dynamicContainer(
                    target.word(),
                    kept.stream()
                            .map(file -> dynamicTest(file.getFileName().toString(), () -> {
                                var input = Files.readAllBytes(file);
                                assertTimeout(SOON, () -> target.input().accept(input));
                            })));
        });
    }

    private static List<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
