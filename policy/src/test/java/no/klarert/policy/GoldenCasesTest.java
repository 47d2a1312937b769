package no.klarert.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.klarert.policy.wire.JsonProfile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.ObjectMapper;

/**
 * What the author of a policy and the sender of a request see, a folder per case and dialect: {@code policy.xml},
 * {@code request.json}, {@code response.json}, and {@code issues.txt} where there are any. {@code -Dgolden.rewrite=true} writes
 * the answers anew, to be reviewed as a difference.
 */
class GoldenCasesTest {
    private static final Path CASES = Path.of("src/test/resources/golden");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> standard() throws IOException {
        return cases("standard", Dialect.STANDARD);
    }

    @TestFactory
    Stream<DynamicTest> altinn() throws IOException {
        return cases("altinn", Dialect.ALTINN);
    }

    private static Stream<DynamicTest> cases(String folder, Dialect dialect) throws IOException {
        try (var cases = Files.list(CASES.resolve(folder))) {
            return cases.sorted().toList().stream()
                    .map(each -> dynamicTest(each.getFileName().toString(), () -> check(each, dialect)));
        }
    }

    private static void check(Path folder, Dialect dialect) throws IOException {
        switch (PolicyCompiler.compile(Files.readAllBytes(folder.resolve("policy.xml")), dialect)) {
            case CompilationResult.Rejected rejected ->
                assertWritten(folder.resolve("issues.txt"), text(rejected.issues()));
            case CompilationResult.Compiled compiled -> {
                var response =
                        JsonProfile.answer(compiled.policy(), Files.readAllBytes(folder.resolve("request.json")));
                assertWritten(folder.resolve("issues.txt"), text(compiled.warnings()));
                assertWritten(
                        folder.resolve("response.json"),
                        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(response)) + "\n");
            }
        }
    }

    private static String text(List<Issue> issues) {
        return issues.stream()
                .map(issue -> issue.severity() + " " + issue + "\n")
                .collect(Collectors.joining());
    }

    private static void assertWritten(Path file, String text) throws IOException {
        if (Boolean.getBoolean("golden.rewrite")) {
            if (text.isEmpty()) {
                Files.deleteIfExists(file);
            } else {
                Files.writeString(file, text);
            }
        }
        assertThat(Files.exists(file) ? Files.readString(file) : "").isEqualTo(text);
    }
}
