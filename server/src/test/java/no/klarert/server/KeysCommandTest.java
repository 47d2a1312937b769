package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code klarert keys} against an installation with an embedded database that runs, and against the same when it is stopped. */
@Timeout(120)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeysCommandTest {
    @TempDir
    private static Path temporary;

    private static Path directory;
    private static Klarert running;

    @BeforeAll
    static void start() {
        directory = temporary.resolve("data");
        var config = KlarertConfig.from(
                new Settings(Map.of("port", "0", "operations-port", "0", "issuer.key-size", "2048")));
        running = Klarert.start(
                config, directory, Optional.empty(), new StartCommand.Progress(new PrintWriter(new StringWriter())));
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    private static CommandUnderTest.Ended keys(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var line = Main.commandLine(InputStream.nullInputStream(), Clock.systemUTC())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        var words = new java.util.ArrayList<>(List.of("keys"));
        words.addAll(List.of(arguments));
        int code = line.execute(words.toArray(String[]::new));
        return new CommandUnderTest.Ended(code, out.toString(), err.toString());
    }

    private static CommandUnderTest.Ended keysOfTheInstallation(String... arguments) {
        var words = new java.util.ArrayList<>(List.of(arguments));
        words.add("--data");
        words.add(directory.toString());
        return keys(words.toArray(String[]::new));
    }

    /** Key and state of the issuer's keys. */
    private static List<String> listed(String issuer) {
        var ended = keysOfTheInstallation("list");
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        return ended.outLines().stream()
                .filter(line -> line.startsWith(issuer))
                .map(line -> line.split(" +", -1)[1] + " " + line.split(" +", -1)[2])
                .toList();
    }

    private static List<String> published() throws Exception {
        var address = URI.create(running.addresses().maskinporten() + "jwk");
        try (var http = HttpClient.newHttpClient()) {
            var reply = http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
            return JWKSet.parse(reply.body()).getKeys().stream()
                    .map(key -> key.getKeyID())
                    .toList();
        }
    }

    private static void awaitPublished(String... keys) throws Exception {
        for (int i = 0; i < 150 && !published().equals(List.of(keys)); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(published()).containsExactly(keys);
    }

    private static String key(int index) {
        return listed("maskinporten").get(index).split(" ", -1)[0];
    }

    @Test
    @Order(1)
    void a_rotation_is_published_by_the_running_node_and_signs_a_day_later() throws Exception {
        var first = key(0);
        assertThat(listed("maskinporten")).containsExactly(first + " signing");
        var rotated = keysOfTheInstallation("rotate", "--issuer", "maskinporten");
        assertThat(rotated.exitCode()).as(rotated.err()).isZero();
        assertThat(rotated.out()).startsWith("maskinporten: key `" + key(1) + "` signs from ");
        assertThat(listed("maskinporten")).containsExactly(first + " signing", key(1) + " published");
        assertThat(listed("altinn")).hasSize(1);
        awaitPublished(first, key(1));
    }

    @Test
    @Order(1)
    void an_issuer_goes_by_the_name_that_is_listed() {
        var rotated = keysOfTheInstallation("rotate", "--issuer", "idporten");
        assertThat(rotated.exitCode()).as(rotated.err()).isZero();
        assertThat(rotated.out()).startsWith("idporten: key `");
        var unknown = keysOfTheInstallation("rotate", "--issuer", "id_porten");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("expected maskinporten, altinn or idporten, not `id_porten`");
    }

    @Test
    @Order(2)
    void a_second_rotation_is_refused() {
        var refused = keysOfTheInstallation("rotate", "--issuer", "maskinporten");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .contains("klarert: maskinporten: key `" + key(1) + "` is published already and signs from");
        assertThat(refused.out()).isEmpty();
    }

    @Test
    @Order(3)
    void an_emergency_rotation_says_what_it_costs() {
        var rotated = keysOfTheInstallation("rotate", "--now", "--issuer", "maskinporten");
        assertThat(rotated.exitCode()).as(rotated.err()).isZero();
        assertThat(rotated.out())
                .contains("maskinporten: key `" + key(1) + "` signs from")
                .contains(
                        "Verifiers that keep the issuer's key set refuse what it signs until they fetch the set again.");
    }

    @Test
    @Order(4)
    void a_compromised_key_leaves_the_running_nodes_key_set() throws Exception {
        var first = key(0);
        var withdrawn = keysOfTheInstallation("retire", first);
        assertThat(withdrawn.exitCode()).as(withdrawn.err()).isZero();
        assertThat(withdrawn.out()).contains("key `" + first + "` leaves the key set");
        awaitPublished(key(1));
        assertThat(listed("maskinporten")).containsExactly(first + " gone", key(1) + " signing");
        assertThat(keysOfTheInstallation("retire", first).exitCode()).isEqualTo(1);
    }

    @Test
    @Order(5)
    void works_on_an_installation_that_is_stopped() {
        running.close();
        assertThat(listed("altinn")).hasSize(1);
        assertThat(keysOfTheInstallation("rotate").out()).contains("maskinporten: key `", "altinn: key `");
        assertThat(listed("altinn")).hasSize(2);
    }

    @Test
    @Order(6)
    void another_sealing_key_changes_nothing() throws Exception {
        var before = listed("altinn");
        var other = Files.writeString(temporary.resolve("other.key"), "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
        var config = Files.writeString(
                temporary.resolve("other.yaml"), "issuer: {sealing-key-file: \"%s\"}\n".formatted(other));
        var refused = keysOfTheInstallation("rotate", "--now", "--config", config.toString());
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("the sealing key is not the one it was stored with");
        assertThat(listed("altinn")).isEqualTo(before);
    }

    @Test
    @Order(7)
    void a_directory_that_is_not_an_installation_is_left_as_it_is() {
        var elsewhere = temporary.resolve("elsewhere");
        var refused = keys("list", "--data", elsewhere.toString());
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("is not a data directory of Klarert");
        assertThat(elsewhere).doesNotExist();
    }
}
