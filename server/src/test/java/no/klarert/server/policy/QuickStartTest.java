package no.klarert.server.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about policies answer at once because they load next to nothing: no server, no store, no logging. */
class QuickStartTest {
    @Test
    void loads_nothing_of_the_server(@TempDir Path folder) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("policy.xml"), Policies.permits("DAGL"));
        var test = Files.writeString(
                folder.resolve("a.test.yaml"), "policy: policy.xml\ncases: [{name: a, expect: NotApplicable}]");
        var loaded = folder.resolve("loaded.txt");
        var out = folder.resolve("out.txt");

        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + loaded,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "no.klarert.server.Main",
                        "policy",
                        "test",
                        test.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(out)).endsWith("1 case in 1 file: 1 passed\n");
        assertThat(process.exitValue()).isZero();
        assertThat(Files.readAllLines(loaded))
                .anyMatch(line -> line.contains(" no.klarert.server.policy.TestCommand "))
                .noneMatch(
                        line -> line.matches(
                                ".* (ch\\.qos|org\\.slf4j|io\\.helidon|org\\.postgresql|org\\.jdbi|no\\.klarert\\.(store|registry))\\..*"));
    }
}
