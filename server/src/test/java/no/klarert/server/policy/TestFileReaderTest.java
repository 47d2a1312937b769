package no.klarert.server.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.klarert.server.CommandUnderTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a test file is said with its place, and what was probably meant. */
class TestFileReaderTest {
    private static final String GOOD = """
            policy: policy.xml
            attributes: {role: urn:role}
            request: {resource: krav}
            cases:
              - name: one
                request: {subject: {role: DAGL}}
                expect: Permit
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void a_policy() throws IOException {
        Files.writeString(folder.resolve("policy.xml"), Policies.permits("DAGL"));
    }

    private CommandUnderTest.Ended run(String content) throws IOException {
        return CommandUnderTest.run("policy", "test", Files.writeString(folder.resolve("t.test.yaml"), content));
    }

    private List<String> problems(String content) throws IOException {
        var ended = run(content);
        assertThat(ended.exitCode()).as(ended.out()).isEqualTo(2);
        var prefix = folder.resolve("t.test.yaml") + ":";
        return ended.outLines().stream()
                .map(String::strip)
                .filter(line -> line.contains(": error: "))
                .map(line -> line.replace(prefix, ""))
                .toList();
    }

    @Test
    void the_file_that_the_others_are_made_from_is_good() throws IOException {
        assertThat(run(GOOD).exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    policy:     | polcy:              | 1:1: error: unknown key `polcy` in a file of tests; did you mean `policy`?
                    policy.xml  | nowhere.xml         | 1:9: error: cannot read `FOLDER/nowhere.xml`: there is no such file
                    - name      | - nam               | 5:5: error: unknown key `nam` in a case; did you mean `name`?
                    expect:     | expected:           | 7:5: error: unknown key `expected` in a case; did you mean `expect`?
                    Permit      | permit              | 7:13: error: unknown decision `permit`; did you mean `Permit`?
                    Permit      | [Permit]            | 7:13: error: `expect` takes one value
                    subject     | sbuject             | 6:15: error: unknown category `sbuject`; did you mean `subject`?
                    {role: D    | {roll: D            | 6:25: error: unknown attribute `roll`; declare it under `attributes`, or give its identifier; did you mean `role`?
                    DAGL        | {valu: x}           | 6:32: error: unknown key `valu` in a value; did you mean `value`?
                    DAGL        | {value: x, type: strin} | 6:48: error: unknown data type `strin`; did you mean `string`?
                    DAGL        | ''                  | 6:30: error: an attribute takes one value, and has none
                    DAGL        | [[x]]               | 6:32: error: an attribute takes one value
                    DAGL        | DAGL, role: x       | 6:37: error: the key `role` is here already
                    DAGL        | DAGL, urn:role: x   | 6:37: error: `urn:role` is an attribute that is here already
                    DAGL        | *role               | 6:31: error: an alias; write the value out
                    DAGL        | !!int 3             | 6:31: error: a tag; the key `type` says of what data type a value is
                    {role: urn  | {'a:b': urn         | 2:14: error: `a:b` cannot be declared: a name has no colon
                    {role: urn  | {id: urn            | 2:14: error: `id` cannot be declared: it always stands for subject-id, resource-id or action-id
                    krav        | {id: x, ID: y}      | 3:29: error: unknown attribute `ID`; declare it under `attributes`, or give its identifier; did you mean `id`?
                    expect: P   | 'now: x, expect: P' | 7:19: error: this is not YAML: mapping values are not allowed here
                    """)
    void a_slip_is_reported_with_its_place(String from, String to, String problem) throws IOException {
        assertThat(problems(GOOD.replace(from, to))).contains(problem.replace("FOLDER", folder.toString()));
    }

    @Test
    void all_problems_are_reported_at_once() throws IOException {
        assertThat(problems("polisy: x\ndialect: fransk\nlenient: perhaps\nnow: noon\ncases: []\n"))
                .containsExactly(
                        "1:1: error: unknown key `polisy` in a file of tests; did you mean `policy`?",
                        "1:1: error: the key `policy` is missing",
                        "2:10: error: `dialect` is standard or altinn, not `fransk`",
                        "3:10: error: `lenient` is true or false, not `perhaps`",
                        "4:6: error: `now` is `noon`, expected " + PointInTime.EXPECTED,
                        "5:8: error: there are no cases");
    }

    @Test
    void a_case_needs_a_name_of_its_own_and_a_decision() throws IOException {
        assertThat(problems("policy: policy.xml\ncases:\n  - {name: a, expect: Deny}\n  - {name: a}\n  - x\n"))
                .containsExactly(
                        "4:5: error: a case is named `a` already",
                        "4:5: error: the key `expect` is missing",
                        "5:5: error: a case takes keys and values");
    }

    @Test
    void a_library_is_for_the_standard_only() throws IOException {
        assertThat(problems(GOOD + "library: policy.xml\ndialect: altinn\n"))
                .containsExactly("1:1: error: `library` needs dialect standard: Altinn's dialect knows no references");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "text", "- list", "{", "a: b: c", "\t", "a: 1\n---\nb: 2", "\0", "%"})
    void what_is_no_test_file_is_refused_in_a_line_or_two(String content) throws IOException {
        assertThat(problems(content)).hasSizeBetween(1, 4).allMatch(line -> line.matches("\\d+:\\d+: error: .+"));
    }

    @Test
    void another_encoding_is_refused() throws IOException {
        var file = Files.write(folder.resolve("latin.test.yaml"), new byte[] {(byte) 0xe6, ':', ' ', 'x'});

        assertThat(CommandUnderTest.run("policy", "test", file).out())
                .contains("latin.test.yaml:1:1: error: this is not YAML: it is not in UTF-8");
    }

    @Test
    void depth_is_bounded() throws IOException {
        assertThat(problems("a: " + "[".repeat(100_000)))
                .containsExactly("1:23: error: this is not YAML: it is nested more than 20 deep");
    }

    @Test
    void a_long_list_of_problems_is_cut() throws IOException {
        assertThat(problems("cases:\n" + "  - {nam: x}\n".repeat(10_000))).hasSize(100);
    }
}
