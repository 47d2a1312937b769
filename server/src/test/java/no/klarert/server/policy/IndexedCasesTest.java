package no.klarert.server.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import no.klarert.server.CommandUnderTest;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexedCasesTest {
    private static final String REQUEST = """
            {"Request": {"AccessSubject": [{"Attribute": [{"AttributeId": "urn:role", "Value": "DAGL"}]}]}}""";
    private static final String PERMIT = """
            <Response xmlns="urn:oasis:names:tc:xacml:3.0:core:schema:wd-17">
              <Result><Decision>Permit</Decision></Result>
            </Response>""";
    private static final String FILES = "\"policy\": \"p.xml\", \"request\": \"q.json\", \"response\": \"r.xml\"";
    private static final String CASE = "{\"id\": \"A1\", \"accept\": [\"response\"], " + FILES + "}";

    @TempDir
    private Path folder;

    @BeforeEach
    void files() throws IOException {
        write("p.xml", Policies.permits("DAGL"));
        write("q.json", REQUEST);
        write("r.xml", PERMIT);
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private CommandUnderTest.Ended run(String... cases) throws IOException {
        write("index.json", "{\"format\": 1, \"tests\": [" + String.join(", ", cases) + "]}");
        return CommandUnderTest.run("policy", "test", folder);
    }

    private static void ends(CommandUnderTest.Ended ended, String counts, int exitCode) {
        assertThat(ended.out()).endsWith(" in 1 file: " + counts + "\n");
        assertThat(ended.exitCode()).isEqualTo(exitCode);
    }

    @Test
    void the_expected_response_passes_and_another_fails() throws IOException {
        ends(run(CASE), "1 passed", 0);

        write("r.xml", PERMIT.replace("Permit", "Deny"));
        var failed = run(CASE);
        ends(failed, "1 failed", 1);
        assertThat(failed.outLines()).contains("    expected Deny with status ok", "    came Permit with status ok");
    }

    @Test
    void a_refused_policy_passes_only_where_it_is_accepted() throws IOException {
        write("p.xml", Policies.broken());

        ends(run(CASE), "1 failed", 1);
        ends(run(CASE.replace("[\"response\"", "[\"policy-refused\", \"response\"")), "1 passed", 0);
    }

    @Test
    void a_policy_that_must_be_refused_fails_if_it_is_not() throws IOException {
        var ended = run("{\"id\": \"A1\", \"accept\": [\"policy-refused\"], \"policy\": \"p.xml\"}");

        ends(ended, "1 failed", 1);
        assertThat(ended.out()).contains("expected policy-refused, but the policy was accepted");
    }

    @Test
    void a_refused_request_passes_only_where_it_is_accepted() throws IOException {
        write("q.json", "{}");

        ends(run(CASE), "1 failed", 1);
        ends(run(CASE.replace("[\"response\"", "[\"request-refused\", \"response\"")), "1 passed", 0);
    }

    @Test
    void referenced_policies_are_available_unless_they_are_refused() throws IOException {
        write("p.xml", Policies.refersToP());
        write("referenced.xml", Policies.permits("DAGL"));
        var referring = CASE.replace("{", "{\"referencedPolicies\": [\"referenced.xml\"], ");

        ends(run(referring), "1 passed", 0);
        write("referenced.xml", Policies.broken());
        ends(run(referring), "1 failed", 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"supersededBy\": \"A2\"",
                "\"status\": \"alternate\"",
                "\"status\": \"conditional\"",
                "\"needs\": [\"request-content\"]"
            })
    void a_case_that_does_not_count_is_skipped_with_its_reason(String why) throws IOException {
        var ended = run(CASE.replace("{", "{" + why + ", "), CASE);

        ends(ended, "1 passed, 1 skipped", 0);
        assertThat(ended.out()).contains("  skipped 1: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"status\": \"mandatory\"", "\"status\": \"optional\"", "\"needs\": [\"current-date-time\"]"})
    void any_other_case_is_run(String why) throws IOException {
        ends(run(CASE.replace("{", "{" + why + ", ")), "1 passed", 0);
    }

    @Test
    void a_file_that_is_not_there_makes_one_case_unusable() throws IOException {
        ends(run(CASE, CASE.replace("p.xml", "nowhere.xml")), "1 passed, 1 unusable", 2);
        ends(run(CASE.replace(", \"response\": \"r.xml\"", "")), "1 unusable", 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"format\": 2, \"tests\": []}",
                "{}",
                "[]",
                "{\"format\": 1, \"tests\": [{\"policy\": \"p\"}]}",
                ""
            })
    void what_is_no_index_is_unusable(String content) throws IOException {
        write("index.json", content);

        ends(CommandUnderTest.run("policy", "test", folder.resolve("index.json")), "1 unusable", 2);
    }

    @Test
    void policies_of_derived_cases_are_in_the_pack_beside(@TempDir Path packs) throws IOException {
        Files.createDirectories(packs.resolve("xacml3"));
        Files.createDirectories(packs.resolve("json"));
        Files.writeString(packs.resolve("xacml3/p.xml"), Policies.permits("DAGL"));
        Files.writeString(packs.resolve("json/q.json"), REQUEST);
        Files.writeString(packs.resolve("json/r.xml"), PERMIT);
        Files.writeString(packs.resolve("json/index.json"), "{\"format\": 1, \"derived\": [" + CASE + "]}");

        ends(CommandUnderTest.run("policy", "test", packs.resolve("json")), "1 passed", 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xacml3", "xacml3-json"})
    void the_conformance_packs_can_be_run(String pack) {
        var folder = Optional.ofNullable(System.getenv("KLARERT_CONFORMANCE")).stream()
                .map(Path::of)
                .flatMap(packs -> Stream.of(packs.resolve(pack)))
                .filter(Files::isDirectory)
                .findFirst();
        Assumptions.assumeTrue(folder.isPresent(), "no conformance cases: set KLARERT_CONFORMANCE");

        var ended = CommandUnderTest.run("policy", "test", folder.get());

        assertThat(ended.exitCode()).as(ended.out()).isIn(0, 1);
        assertThat(ended.outLines().getLast()).matches("\\d{3} cases in 1 file: \\d{3} passed.*");
    }
}
