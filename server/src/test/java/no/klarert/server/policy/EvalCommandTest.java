package no.klarert.server.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.klarert.server.CommandUnderTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvalCommandTest {
    private static final String DAGL = """
            {"Request": {"AccessSubject": [{"Attribute": [{"AttributeId": "urn:role", "Value": "DAGL"}]}]}}""";
    private static final String REGNA = DAGL.replace("DAGL", "REGNA");
    private static final String XML_DAGL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Request xmlns="urn:oasis:names:tc:xacml:3.0:core:schema:wd-17" CombinedDecision="false"
                ReturnPolicyIdList="false">
              <Attributes Category="urn:oasis:names:tc:xacml:1.0:subject-category:access-subject">
                <Attribute AttributeId="urn:role" IncludeInResult="false">
                  <AttributeValue DataType="http://www.w3.org/2001/XMLSchema#string">DAGL</AttributeValue>
                </Attribute>
              </Attributes>
            </Request>
            """;
    private static final String NO_ATTRIBUTES = """
            {"Request": {"Action": [{"Attribute": []}]}}""";

    @TempDir
    private Path folder;

    private Path policy;

    @BeforeEach
    void a_policy() throws IOException {
        policy = write("policy.xml", Policies.permits("DAGL"));
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static String decision(CommandUnderTest.Ended ended) {
        assertThat(ended.exitCode()).as(ended.toString()).isZero();
        JsonNode response = JsonMapper.shared().readTree(ended.out());
        return response.at("/Response/0/Decision").asString();
    }

    @Test
    void answers_a_request_in_json() throws IOException {
        var dagl = write("dagl.json", DAGL);
        var regna = write("regna.json", REGNA);

        assertThat(decision(CommandUnderTest.run("policy", "eval", "--policy", policy, "--request", dagl)))
                .isEqualTo("Permit");
        assertThat(decision(CommandUnderTest.run("policy", "eval", "--policy", policy, "--request", regna)))
                .isEqualTo("NotApplicable");
    }

    @Test
    void answers_as_the_request_is_written_unless_told_otherwise() throws IOException {
        var json = write("request", DAGL);
        var xml = write("request.txt", XML_DAGL);

        assertThat(eval(json).out()).startsWith("{");
        assertThat(eval(xml).out()).startsWith("<").contains("Decision>Permit<");
        assertThat(eval(json, "--format", "xml").out()).startsWith("<").contains("Decision>Permit<");
        assertThat(decision(eval(xml, "--format", "JSON"))).isEqualTo("Permit");
    }

    private CommandUnderTest.Ended eval(Path request, String... more) {
        var arguments = new ArrayList<Object>(List.of("policy", "eval", "--policy", policy, "--request", request));
        arguments.addAll(List.of(more));
        return CommandUnderTest.run(arguments.toArray());
    }

    @Test
    void reads_either_from_standard_input_but_not_both() throws IOException {
        var request = write("dagl.json", DAGL);

        assertThat(decision(CommandUnderTest.runWith(DAGL, "policy", "eval", "--policy", policy, "--request", "-")))
                .isEqualTo("Permit");
        assertThat(decision(CommandUnderTest.runWith(
                        Policies.permits("DAGL"), "policy", "eval", "--policy", "-", "--request", request)))
                .isEqualTo("Permit");
        var both = CommandUnderTest.runWith(DAGL, "policy", "eval", "--policy", "-", "--request", "-");
        assertThat(both.exitCode()).isEqualTo(2);
        assertThat(both.errLines()).containsExactly("klarert: --policy and --request cannot both be standard input");
    }

    @Test
    void explains_on_standard_error_and_leaves_the_response_alone() throws IOException {
        var request = write("dagl.json", DAGL);

        var silent = eval(request);
        var explained = eval(request, "--explain");

        assertThat(silent.err()).isEmpty();
        assertThat(explained.out()).isEqualTo(silent.out());
        assertThat(explained.errLines().getFirst()).contains("`p`").contains("Permit");
    }

    @Test
    void refuses_a_policy_with_its_issues_and_a_code_of_its_own() throws IOException {
        policy = write("broken.xml", Policies.broken());

        var ended = eval(write("dagl.json", DAGL));

        assertThat(ended.err()).startsWith(policy + ":4:1: error: ").hasLineCount(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.exitCode()).isEqualTo(3);
    }

    @Test
    void refuses_a_request_with_its_issues_and_a_code_of_its_own() throws IOException {
        var json = write("broken.json", DAGL.replace("\"AttributeId\"", "\"AttributeIdd\""));
        var xml = write("broken.xml", XML_DAGL.replace("AttributeId=", "AttributeIdd="));

        for (var request : new Path[] {json, xml}) {
            var ended = eval(request);

            assertThat(ended.err()).startsWith(request + ":").contains(": error: ");
            assertThat(ended.out()).isEmpty();
            assertThat(ended.exitCode()).isEqualTo(4);
        }
    }

    @Test
    void refuses_a_request_that_is_neither() throws IOException {
        assertThat(eval(write("empty", "")).exitCode()).isEqualTo(4);
        assertThat(eval(write("text", "hello")).exitCode()).isEqualTo(4);
        assertThat(eval(write("policy-again.xml", Policies.permits("DAGL"))).exitCode())
                .isEqualTo(4);
    }

    @Test
    void takes_the_time_from_the_clock_the_option_or_the_request() throws IOException {
        policy = write("noon.xml", Policies.permitsBeforeNoon());
        var silent = write("silent.json", NO_ATTRIBUTES);
        var evening = write("evening.json", """
                {"Request": {"Environment": [{"Attribute": [{"Value": "18:00:00Z", "DataType": "time",
                  "AttributeId": "urn:oasis:names:tc:xacml:1.0:environment:current-time"}]}]}}""");

        assertThat(decision(eval(silent))).isEqualTo("Permit");
        assertThat(decision(eval(silent, "--now", "2026-03-01T18:00:00Z"))).isEqualTo("NotApplicable");
        assertThat(decision(eval(silent, "--now", "2026-03-01T12:30:00+01:00"))).isEqualTo("Permit");
        assertThat(decision(eval(evening, "--now", "2026-03-01T08:00:00Z"))).isEqualTo("NotApplicable");
    }

    @Test
    void refuses_a_time_without_an_offset() throws IOException {
        var ended = eval(write("dagl.json", DAGL), "--now", "2026-03-01T08:00:00");

        assertThat(ended.err()).startsWith("klarert: --now is `2026-03-01T08:00:00`, expected ");
        assertThat(ended.exitCode()).isEqualTo(2);
    }

    @Test
    void answers_with_policies_of_the_library() throws IOException {
        var library = policy;
        policy = write("set.xml", Policies.refersToP());
        var request = write("dagl.json", DAGL);

        assertThat(decision(eval(request, "--library", library.toString()))).isEqualTo("Permit");
        assertThat(eval(request).out()).doesNotContain("Permit");
    }

    @Test
    void asks_for_what_it_needs() {
        var ended = CommandUnderTest.run("policy", "eval", "--policy", policy);

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("--request");
    }
}
