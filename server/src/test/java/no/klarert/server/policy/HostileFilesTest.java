package no.klarert.server.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import no.klarert.server.CommandUnderTest;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a path leads to: one line that says what is the matter, and exit code 2 or 3; nothing hangs and nothing is thrown. */
class HostileFilesTest {
    @TempDir
    private Path folder;

    private static void refused(String command, Path file, int exitCode, String reason) {
        var ended = CommandUnderTest.run("policy", command, file);

        assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(exitCode);
        assertThat((ended.err() + ended.out()).lines().filter(line -> line.contains(reason)))
                .as(ended.toString())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "test"})
    void a_missing_file(String command) {
        refused(command, folder.resolve("missing.xml"), 2, "missing.xml`: there is no such file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "test"})
    void a_link_that_leads_to_itself(String command) throws IOException {
        var link = folder.resolve("loop.test.yaml");
        Files.createSymbolicLink(link, link);

        refused(command, link, 2, "cannot read `" + link + "`: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "test"})
    void a_directory_with_nothing_to_read(String command) {
        refused(command, folder, 2, "in `" + folder + "`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "test"})
    void a_huge_file(String command) throws IOException {
        var file = folder.resolve("huge");
        try (var huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength(1L << 34);
        }

        refused(command, file, 2, "cannot read `" + file + "`: it is larger than 4194304 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "test"})
    void a_device_without_end(String command) {
        var zero = Path.of("/dev/zero");
        Assumptions.assumeTrue(Files.exists(zero));

        refused(command, zero, 2, "it is larger than");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "test"})
    void a_binary_file(String command) throws IOException {
        var content = new byte[5_000];
        new Random(1).nextBytes(content);
        var file = Files.write(folder.resolve("binary"), content);

        var ended = CommandUnderTest.run("policy", command, file);

        assertThat(ended.exitCode()).as(ended.toString()).isIn(2, 3);
        assertThat(ended.out() + ended.err()).contains(file + ":").hasLineCount(command.equals("check") ? 2 : 4);
    }

    @Test
    void a_policy_or_request_that_is_a_directory() throws IOException {
        var policy = Files.writeString(folder.resolve("p.xml"), Policies.permits("DAGL"));

        var noPolicy = CommandUnderTest.run("policy", "eval", "--policy", folder, "--request", policy);
        var noRequest = CommandUnderTest.run("policy", "eval", "--policy", policy, "--request", folder);

        for (var ended : new CommandUnderTest.Ended[] {noPolicy, noRequest}) {
            assertThat(ended.errLines()).containsExactly("klarert: cannot read `" + folder + "`: it is a directory");
            assertThat(ended.exitCode()).isEqualTo(2);
        }
    }

    @Test
    void links_in_a_directory_are_not_followed() throws IOException {
        Files.writeString(folder.resolve("good.xml"), Policies.permits("DAGL"));
        Files.createSymbolicLink(folder.resolve("round"), folder);
        var away = Files.createSymbolicLink(folder.resolve("away.xml"), Path.of("/etc/hostname"));

        var ended = CommandUnderTest.run("policy", "check", folder);
        Files.delete(away);

        assertThat(ended.outLines()).containsExactly("1 file: no issues");
    }

    @Test
    void a_link_to_a_directory_is_walked_if_it_is_the_argument(@TempDir Path other) throws IOException {
        Files.writeString(folder.resolve("good.xml"), Policies.permits("DAGL"));
        var link = Files.createSymbolicLink(other.resolve("link"), folder);

        var ended = CommandUnderTest.run("policy", "check", link);
        Files.delete(link);

        assertThat(ended.outLines()).containsExactly("1 file: no issues");
    }

    @Test
    void a_name_that_would_steer_the_terminal() throws IOException {
        var file = Files.writeString(folder.resolve("red\u001b[31m\n.xml"), Policies.broken());

        assertThat(CommandUnderTest.run("policy", "check", file).out())
                .contains("red?[31m?.xml:4:1: error: ")
                .hasLineCount(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\0b"})
    void a_name_no_file_can_have(String name) {
        var ended = CommandUnderTest.run("policy", "check", name);

        assertThat(ended.err()).hasLineCount(1).contains(" is no name of a file");
        assertThat(ended.exitCode()).isEqualTo(2);
    }

    @Test
    void an_unreadable_file_does_not_hide_what_is_wrong_with_the_others() throws IOException {
        var broken = Files.writeString(folder.resolve("broken.xml"), Policies.broken());

        var ended = CommandUnderTest.run("policy", "check", folder.resolve("missing.xml"), broken);

        assertThat(ended.err()).contains("missing.xml");
        assertThat(ended.out()).contains("broken.xml:4:1: error: ");
        assertThat(ended.exitCode()).isEqualTo(2);
    }
}
