package no.klarert.server.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.klarert.server.CommandUnderTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/policy-testing.md shows is what happens, and its example is one. */
class PolicyTestingPageTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
    private static final Pattern NAMED = Pattern.compile("\\A(?:# |<!-- )file: (\\S+)");

    private final TreeMap<String, Path> files = new TreeMap<>();

    @TempDir
    private Path folder;

    private String page;

    @BeforeEach
    void files_of_the_page() throws IOException {
        page = Files.readString(ROOT.resolve("docs/policy-testing.md"));
        for (var block : blocks("xml", "yaml")) {
            var name = NAMED.matcher(block);
            assertThat(name.find()).as(block).isTrue();
            files.put(name.group(1), Files.writeString(folder.resolve(name.group(1)), block));
        }
        var request = blocks("json").getFirst();
        files.put("request.json", Files.writeString(folder.resolve("request.json"), request));
    }

    private List<String> blocks(String... languages) {
        return BLOCK.matcher(page)
                .results()
                .filter(block -> List.of(languages).contains(block.group(1)))
                .map(block -> block.group(2))
                .toList();
    }

    @Test
    void every_command_prints_what_the_page_says() {
        var consoles = blocks("console");
        assertThat(consoles).hasSizeGreaterThan(3);
        for (var console : consoles) {
            var command = console.lines().findFirst().orElseThrow();
            var expected = console.lines().skip(1).collect(Collectors.joining("\n"));
            assertThat(run(command)).as(command).matches(pattern(expected));
        }
    }

    private String run(String command) {
        assertThat(command).startsWith("$ klarert ");
        var arguments = Stream.of(command.substring("$ klarert ".length()).split(" "))
                .map(word -> files.containsKey(word) ? files.get(word).toString() : word)
                .toArray();
        return CommandUnderTest.run(arguments).out().replace(folder + "/", "").stripTrailing();
    }

    /** A line of … stands for any lines. */
    private static Pattern pattern(String expected) {
        var parts = new ArrayList<String>();
        for (var part : expected.split("(?m)^…$", -1)) {
            parts.add(Pattern.quote(part));
        }
        return Pattern.compile(String.join("(?s:.+?)", parts));
    }

    @Test
    void every_test_file_that_is_not_about_mistakes_passes() {
        for (var file : List.of("claims.test.yaml", "request.test.yaml")) {
            var ended = CommandUnderTest.run("policy", "test", folder.resolve(file));

            assertThat(ended.exitCode()).as(ended.out()).isZero();
        }
    }

    @Test
    void the_answer_to_the_request_of_the_page_is_explained() {
        var request = folder.resolve("request.json");

        var ended = CommandUnderTest.run(
                "policy", "eval", "--policy", folder.resolve("claims.xml"), "--request", request, "--explain");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("\"Deny\"");
        assertThat(ended.err()).contains("adults-may-read");
    }

    @Test
    void the_tables_name_every_key_and_exit_code() {
        var cells = Pattern.compile("(?m)^\\| `?([a-z0-9]+)`? \\|")
                .matcher(page)
                .results()
                .map(cell -> cell.group(1))
                .toList();

        assertThat(cells).containsAll(TestFileReader.KEYS).containsAll(TestFileReader.CASE_KEYS);
        assertThat(cells).contains("0", "1", "2", "3", "4", "70");
    }

    @Test
    void every_policy_of_the_examples_is_free_of_issues_and_passes_its_test() {
        var examples = ROOT.resolve("examples/policies");

        var checked = CommandUnderTest.run("policy", "check", "--strict", "--dialect", "altinn", examples);
        var tested = CommandUnderTest.run("policy", "test", examples);

        assertThat(checked.exitCode()).as(checked.out()).isZero();
        assertThat(tested.outLines().getLast()).isEqualTo("10 cases in 1 file: 10 passed");
    }
}
