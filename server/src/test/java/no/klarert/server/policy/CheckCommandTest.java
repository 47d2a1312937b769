package no.klarert.server.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import no.klarert.server.CommandUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    @TempDir
    private Path folder;

    private Path write(String name, String content) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    @Test
    void says_nothing_but_the_summary_of_a_good_policy() throws IOException {
        var ended = CommandUnderTest.run("policy", "check", write("good.xml", Policies.permits("DAGL")));

        assertThat(ended.outLines()).containsExactly("1 file: no issues");
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void prints_every_issue_as_compilers_do() throws IOException {
        var file = write("broken.xml", Policies.broken());

        var ended = CommandUnderTest.run("policy", "check", file);

        assertThat(ended.outLines())
                .containsExactly(file + ":4:1: error: `Effect` is `permit`, not `Permit` or `Deny`", "1 file: 1 error");
        assertThat(ended.exitCode()).isEqualTo(3);
    }

    @Test
    void walks_directories_for_xml_in_the_order_of_their_names() throws IOException {
        write("b/broken.xml", Policies.broken());
        write("a/broken.XML", Policies.broken());
        write("a/notes.txt", "no policy");

        var ended = CommandUnderTest.run("policy", "check", folder);

        assertThat(ended.outLines()).hasSize(3);
        assertThat(ended.outLines().get(0)).startsWith(folder.resolve("a/broken.XML") + ":4:1: ");
        assertThat(ended.outLines().get(1)).startsWith(folder.resolve("b/broken.xml") + ":4:1: ");
        assertThat(ended.outLines().get(2)).isEqualTo("2 files: 2 errors");
    }

    @Test
    void reads_standard_input() {
        var ended = CommandUnderTest.runWith(Policies.broken(), "policy", "check", "-");

        assertThat(ended.out()).startsWith("<stdin>:4:1: error: ");
        assertThat(ended.exitCode()).isEqualTo(3);
    }

    @Test
    void tolerates_in_lenient_mode_what_it_refuses_otherwise() throws IOException {
        var file = write("policies.xml", Policies.combinesPolicies());

        var strict = CommandUnderTest.run("policy", "check", file);
        var lenient = CommandUnderTest.run("policy", "check", file, "--lenient");

        assertThat(strict.out()).contains(": error: ");
        assertThat(strict.exitCode()).isEqualTo(3);
        assertThat(lenient.out()).contains(": warning: ").endsWith("1 file: 1 warning\n");
        assertThat(lenient.exitCode()).isZero();
    }

    @Test
    void fails_for_warnings_only_if_it_is_told_to() throws IOException {
        var file = write("policies.xml", Policies.combinesPolicies());
        var good = write("good.xml", Policies.permits("DAGL"));

        assertThat(CommandUnderTest.run("policy", "check", "--strict", "--lenient", file)
                        .exitCode())
                .isEqualTo(1);
        assertThat(CommandUnderTest.run("policy", "check", "--strict", "--lenient", good)
                        .exitCode())
                .isZero();
    }

    @Test
    void reads_policies_as_the_dialect_has_them() throws IOException {
        var unknown = Policies.permits("DAGL").replace("deny-overrides", "no-such-algorithm");
        var file = write("unknown.xml", unknown);

        assertThat(CommandUnderTest.run("policy", "check", file).exitCode()).isEqualTo(3);
        assertThat(CommandUnderTest.run("policy", "check", "--dialect", "altinn", file)
                        .exitCode())
                .isZero();
    }

    @Test
    void finds_in_the_library_what_a_policy_set_refers_to() throws IOException {
        var set = write("set.xml", Policies.refersToP());
        write("library/p.xml", Policies.permits("DAGL"));

        var without = CommandUnderTest.run("policy", "check", set);
        var with = CommandUnderTest.run("policy", "check", set, "--library", folder.resolve("library"));

        assertThat(without.outLines().getLast()).isNotEqualTo("1 file: no issues");
        assertThat(with.outLines()).containsExactly("1 file: no issues");
    }

    @Test
    void says_what_is_wrong_with_the_library() throws IOException {
        var set = write("set.xml", Policies.refersToP());
        var library = write("library.xml", Policies.broken());

        var ended = CommandUnderTest.run("policy", "check", set, "--library", library);

        assertThat(ended.err()).startsWith(library + ":4:1: error: ");
        assertThat(ended.exitCode()).isEqualTo(3);
    }

    @Test
    void refuses_a_library_for_a_dialect_without_references() throws IOException {
        var file = write("good.xml", Policies.permits("DAGL"));

        var ended = CommandUnderTest.run("policy", "check", file, "--library", file, "--dialect", "altinn");

        assertThat(ended.errLines())
                .containsExactly("klarert: --library needs --dialect standard: Altinn's dialect knows no references");
        assertThat(ended.exitCode()).isEqualTo(2);
    }

    @Test
    void says_nothing_of_issues_if_it_could_read_nothing() {
        var ended = CommandUnderTest.run("policy", "check", folder.resolve("missing.xml"));

        assertThat(ended.outLines()).containsExactly("0 files");
        assertThat(ended.exitCode()).isEqualTo(2);
    }

    @Test
    void refuses_arguments_it_does_not_know() {
        assertThat(CommandUnderTest.run("policy").exitCode()).isEqualTo(2);
        assertThat(CommandUnderTest.run("policy", "check").exitCode()).isEqualTo(2);
        assertThat(CommandUnderTest.run("policy", "check", "--dialect", "fransk", "x.xml")
                        .exitCode())
                .isEqualTo(2);
        assertThat(CommandUnderTest.run("policy", "chekc", "x.xml").exitCode()).isEqualTo(2);
    }

    @Test
    void explains_exit_codes_in_its_help() {
        var help = CommandUnderTest.run("policy", "check", "--help").out().replaceAll("\\s+", " ");

        assertThat(help)
                .contains("2 bad arguments")
                .contains("3 policy refused")
                .contains("4 request refused");
    }
}
