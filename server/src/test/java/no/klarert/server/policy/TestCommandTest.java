package no.klarert.server.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import no.klarert.policy.Xacml;
import no.klarert.server.CommandUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCommandTest {
    @TempDir
    private Path folder;

    private Path write(String name, String content) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    /** Runs one case against a policy. */
    private CommandUnderTest.Ended run(String policy, String testCase) throws IOException {
        write("policy.xml", policy);
        var file = write("one.test.yaml", "policy: policy.xml\ncases:\n  - name: one\n" + testCase.indent(4));
        return CommandUnderTest.run("policy", "test", file);
    }

    private void passes(String policy, String testCase) throws IOException {
        var ended = run(policy, testCase);
        assertThat(ended.out()).endsWith("1 case in 1 file: 1 passed\n");
        assertThat(ended.exitCode()).isZero();
    }

    /** @param difference what was expected and what came */
    private void fails(String policy, String testCase, String... difference) throws IOException {
        var ended = run(policy, testCase);
        assertThat(ended.out()).endsWith("1 case in 1 file: 1 failed\n");
        assertThat(ended.outLines().stream()
                        .filter(line -> line.matches("    \\S.*"))
                        .map(String::strip))
                .containsExactly(difference);
        assertThat(ended.exitCode()).isEqualTo(1);
    }

    @Test
    void compares_the_decision() throws IOException {
        var policy = Policies.permits("DAGL");

        passes(policy, "request: {subject: {urn:role: DAGL}}\nexpect: Permit");
        fails(policy, "request: {subject: {urn:role: REGNA}}\nexpect: Permit", "expected Permit, came NotApplicable");
    }

    @Test
    void compares_the_status_only_if_one_is_expected() throws IOException {
        var policy = Policies.permitsFrom(18);

        passes(policy, "expect: Indeterminate");
        passes(policy, "expect: Indeterminate\nstatus: missing-attribute");
        passes(policy, "expect: Indeterminate\nstatus: urn:oasis:names:tc:xacml:1.0:status:missing-attribute");
        var ended = run(policy, "expect: Indeterminate\nstatus: ok");
        assertThat(ended.out()).contains("    expected status ok, came missing-attribute");
        assertThat(ended.exitCode()).isEqualTo(1);
    }

    @Test
    void compares_obligations_only_if_some_or_none_are_expected() throws IOException {
        var policy = Policies.permitsWithDuties();

        passes(policy, "expect: Permit");
        passes(policy, "expect: Permit\nobligations: urn:log");
        passes(policy, "expect: Permit\nobligations: [{id: urn:log, assignments: {urn:level: 3}}]");
        passes(policy, "expect: Permit\nobligations: [{id: urn:log, assignments: {urn:level: \"03\"}}]");
        fails(
                policy,
                "expect: Permit\nobligations: [{id: urn:log, assignments: {urn:level: 4}}]",
                "expected obligation `urn:log` with urn:level = 4",
                "came obligation `urn:log` with urn:level = 3, not expected");
        fails(
                policy,
                "expect: Permit\nobligations: [{id: urn:log, assignments: {}}]",
                "expected obligation `urn:log`",
                "came obligation `urn:log` with urn:level = 3, not expected");
        fails(policy, "expect: Permit\nobligations: []", "came obligation `urn:log` with urn:level = 3, not expected");
        fails(policy, "expect: Permit\nobligations: [urn:log, urn:pay]", "expected obligation `urn:pay`");
        passes(Policies.permits("DAGL"), "request: {subject: {urn:role: DAGL}}\nexpect: Permit\nobligations: []");
    }

    @Test
    void compares_advice_in_any_order() throws IOException {
        var policy = Policies.permitsWithDuties();

        passes(policy, """
                expect: Permit
                advice:
                  - urn:tell
                  - {id: urn:tell, assignments: {urn:who: Ola}}""");
        passes(policy, "expect: Permit\nadvice: [urn:tell, urn:tell]");
        fails(policy, "expect: Permit\nadvice: [urn:tell]", "came advice `urn:tell` with urn:who = Kari, not expected");
    }

    @Test
    void a_value_is_of_the_type_it_looks_like_unless_one_is_stated() throws IOException {
        var policy = Policies.permitsFrom(18);

        passes(policy, "request: {subject: {urn:age: 18}}\nexpect: Permit\nstatus: ok");
        passes(policy, "request: {subject: {urn:age: {value: \"18\", type: integer}}}\nexpect: Permit");
        passes(policy, "request: {subject: {urn:age: \"18\"}}\nexpect: Indeterminate");
        passes(policy, "request: {subject: {urn:age: {value: 18, type: string}}}\nexpect: Indeterminate");
    }

    @Test
    void hints_at_a_value_of_another_type_and_at_an_attribute_nobody_asks_for() throws IOException {
        var type = run(Policies.permitsFrom(18), "request: {subject: {urn:age: \"18\"}}\nexpect: Permit");
        var name = run(Policies.permits("DAGL"), "request: {subject: {urn:rolle: DAGL}}\nexpect: Permit");

        assertThat(type.out())
                .contains("hint: the policy looks at subject `urn:age` as integer, the request has it as string");
        assertThat(name.out())
                .contains("hint: the policy never looks at subject `urn:rolle`; did you mean `urn:role`?");
        assertThat(run(Policies.permits("DAGL"), "request: {subject: {urn:hat: red}}\nexpect: Permit")
                        .out())
                .contains("hint: the policy never looks at subject `urn:hat`\n");
    }

    @Test
    void hints_at_a_case_without_the_time_that_the_policy_asks_for() throws IOException {
        var policy = Policies.permitsBeforeNoon();
        var hint = "hint: the policy asks for environment `" + Xacml.CURRENT_TIME + "`, and the case has no `now`\n";

        assertThat(run(policy, "expect: Permit").out()).contains(hint);
        assertThat(run(policy, "now: 2026-03-01T15:00:00Z\nexpect: Permit").out())
                .doesNotContain("hint");
        assertThat(run(Policies.permits("DAGL"), "expect: Permit").out()).doesNotContain("`now`");
    }

    @Test
    void says_where_the_failed_case_is_and_how_the_decision_came_about() throws IOException {
        var ended = run(Policies.permits("DAGL"), "request: {subject: {urn:role: REGNA}}\nexpect: Permit");

        assertThat(ended.out())
                .contains("at " + folder.resolve("one.test.yaml") + ":3\n")
                .containsPattern("(?m)^      policy `p` .*NotApplicable");
    }

    @Test
    void supplies_time_only_if_the_test_says_which() throws IOException {
        var policy = Policies.permitsBeforeNoon();

        passes(policy, "now: 2026-03-01T09:00:00Z\nexpect: Permit");
        passes(policy, "now: 2026-03-01T15:00:00Z\nexpect: NotApplicable");
        passes(policy, "expect: Indeterminate\nstatus: missing-attribute");
    }

    @Test
    void what_the_file_says_for_all_cases_holds_unless_the_case_says_otherwise() throws IOException {
        write("policy.xml", Policies.permits("DAGL"));
        var file = write("usual.test.yaml", """
                policy: policy.xml
                attributes: {role: urn:role}
                request: {subject: {role: DAGL, id: Ola}}
                cases:
                  - {name: as usual, expect: Permit}
                  - {name: another, request: {subject: {role: [REGNA, REVI]}}, expect: NotApplicable}
                  - {name: one of two, request: {subject: {urn:role: [REGNA, DAGL]}}, expect: Permit}
                  - {name: none, request: {subject: {role: []}}, expect: NotApplicable}
                """);

        assertThat(CommandUnderTest.run("policy", "test", file).out()).endsWith("4 cases in 1 file: 4 passed\n");
    }

    @Test
    void a_policy_may_stand_in_the_file_and_refer_to_a_library() throws IOException {
        write("p.xml", Policies.permits("DAGL"));
        var file = write("set.test.yaml", "policy: |\n" + Policies.refersToP().indent(2) + """
                library: p.xml
                request: {subject: {urn:role: DAGL}}
                cases:
                  - {name: found, expect: Permit}
                """);

        assertThat(CommandUnderTest.run("policy", "test", file).exitCode()).isZero();
        write("p.xml", Policies.broken());
        var refused = CommandUnderTest.run("policy", "test", file);
        assertThat(refused.out()).contains("p.xml:4:1: error: ").contains("1 failed, 1 skipped");
        assertThat(refused.exitCode()).isEqualTo(1);
    }

    @Test
    void a_policy_that_is_refused_is_one_failure_and_no_case_is_run() throws IOException {
        var ended = run(Policies.broken(), "expect: Permit");

        assertThat(ended.out())
                .contains("FAILED  the policy compiles")
                .contains("policy.xml:4:1: error: ")
                .endsWith("2 cases in 1 file: 1 failed, 1 skipped\n");
        assertThat(ended.exitCode()).isEqualTo(1);
    }

    @Test
    void a_case_can_be_skipped_with_a_reason() throws IOException {
        var ended = run(Policies.permits("DAGL"), "skip: waits for the catalogue\nexpect: Permit");

        assertThat(ended.outLines())
                .contains("  skipped 1: waits for the catalogue")
                .endsWith("1 case in 1 file: 1 skipped");
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void walks_directories_for_test_files_and_names_every_case_if_asked() throws IOException {
        write("a/policy.xml", Policies.permits("DAGL"));
        write("a/one.test.yaml", "policy: policy.xml\ncases: [{name: one, expect: NotApplicable}]");
        write("b/two.test.yml", "policy: ../a/policy.xml\ncases: [{name: two, expect: Permit}]");
        write("b/other.yaml", "no: test");

        var ended = CommandUnderTest.run("policy", "test", "--verbose", folder);

        assertThat(ended.out())
                .contains("  passed  one\n")
                .contains("  FAILED  two\n")
                .endsWith("2 cases in 2 files: 1 passed, 1 failed\n");
        assertThat(ended.exitCode()).isEqualTo(1);
    }

    @Test
    void a_file_that_cannot_be_used_outranks_a_failure_and_hides_no_other_file() throws IOException {
        write("policy.xml", Policies.permits("DAGL"));
        write("a.test.yaml", "policy: policy.xml\ncases: [{name: one, expekt: Permit}]");
        write("b.test.yaml", "policy: policy.xml\ncases: [{name: two, expect: Permit}]");

        var ended = CommandUnderTest.run("policy", "test", folder);

        assertThat(ended.out())
                .contains("a.test.yaml:2:21: error: unknown key `expekt` in a case; did you mean `expect`?")
                .endsWith("2 cases in 2 files: 1 failed, 1 unusable\n");
        assertThat(ended.exitCode()).isEqualTo(2);
    }

    @Test
    void the_dialect_of_the_file_goes_before_that_of_the_command_line() throws IOException {
        write("policy.xml", Policies.permits("DAGL").replace("deny-overrides", "no-such-algorithm"));
        var silent = write("silent.test.yaml", "policy: policy.xml\ncases: [{name: one, expect: Indeterminate}]");
        var stated = write(
                "stated.test.yaml",
                "policy: policy.xml\ndialect: standard\ncases: [{name: one, expect: Indeterminate}]");

        assertThat(CommandUnderTest.run("policy", "test", silent, "--dialect", "standard")
                        .exitCode())
                .isEqualTo(1);
        assertThat(CommandUnderTest.run("policy", "test", stated, "--dialect", "altinn")
                        .out())
                .contains("no-such-algorithm");
        assertThat(CommandUnderTest.run("policy", "test", silent, "--dialect", "altinn")
                        .out())
                .doesNotContain("the policy is refused");
    }
}
