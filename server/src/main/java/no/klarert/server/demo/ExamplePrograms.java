package no.klarert.server.demo;

import com.nimbusds.jose.jwk.RSAKey;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The example programs as they are built: Skatteetaten's API on a PostgreSQL of its own, and SmartCloud's program. */
final class ExamplePrograms implements Programs, AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    private final Path api;
    private final Path smartCloud;
    private final Path directory;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private Optional<URI> apiAddress = Optional.empty();

    private ExamplePrograms(Path api, Path smartCloud) {
        this.api = api;
        this.smartCloud = smartCloud;
        try {
            this.directory = Files.createTempDirectory("klarert-demo-programs");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The programs built under the project's folder. */
    static ExamplePrograms find(Path home) {
        var api = home.resolve("examples/krav-og-betalinger/target/krav-og-betalinger.jar");
        var smartCloud = home.resolve("examples/smartcloud/target/smartcloud.jar");
        for (var jar : List.of(api, smartCloud)) {
            if (!Files.isRegularFile(jar)) {
                throw new StoryFailure("`" + jar + "` is not built; ./klarert demo builds it");
            }
        }
        var programs = new ExamplePrograms(api, smartCloud);
        Runtime.getRuntime().addShutdownHook(new Thread(programs::close, "stop the programs"));
        return programs;
    }

    @Override
    public URI api(Setting on) {
        if (apiAddress.isEmpty()) {
            on.journal().note("starting the Krav og betalinger API as a process of its own");
            apiAddress = Optional.of(startApi(on));
        }
        return apiAddress.get();
    }

    private URI startApi(Setting on) {
        try {
            var database = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(directory.toFile())
                    .start();
            started.push(database);
            int port = freePort();
            var builder = new ProcessBuilder(java(), "-jar", api.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("api.log").toFile());
            builder.environment()
                    .putAll(Map.of(
                            "SERVER_PORT",
                            Integer.toString(port),
                            "KRAVOGBETALINGER_ISSUER",
                            on.issuer(),
                            "KRAVOGBETALINGER_PLATFORM",
                            on.base() + "/",
                            "KRAVOGBETALINGER_CLIENTID",
                            SettingBuilder.SKATTEETATEN_CLIENT,
                            "KRAVOGBETALINGER_KEYFILE",
                            on.clientKeys()
                                    .apply(SettingBuilder.SKATTEETATEN_CLIENT)
                                    .toString(),
                            "SPRING_DATASOURCE_URL",
                            "jdbc:postgresql://localhost:" + database.getPort() + "/postgres",
                            "SPRING_DATASOURCE_USERNAME",
                            "postgres"));
            var process = builder.start();
            started.push(() -> stop(process));
            var address = URI.create("http://localhost:" + port);
            awaitAnswer(process, address);
            return address;
        } catch (IOException e) {
            throw new UncheckedIOException("the Krav og betalinger API does not start", e);
        }
    }

    private void awaitAnswer(Process process, URI address) throws IOException {
        var request = HttpRequest.newBuilder(address.resolve("/v1/regnskapssystem/" + Setting.BAKERY + "/aapnekrav"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            while (process.isAlive() && System.nanoTime() < deadline) {
                if (answers(client, request)) {
                    return;
                }
                Thread.sleep(BETWEEN_TRIES);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new StoryFailure(
                "the Krav og betalinger API does not answer:\n" + Files.readString(directory.resolve("api.log")));
    }

    private static boolean answers(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 401;
        } catch (ConnectException e) {
            return false;
        }
    }

    @Override
    public String smartCloud(Setting on, Vendor.Registration vendor) {
        try {
            var process = new ProcessBuilder(
                            java(),
                            "-cp",
                            smartCloud + ":" + smartCloud.resolveSibling("lib") + "/*",
                            "no.klarert.examples.smartcloud.Main",
                            "--issuer",
                            on.issuer(),
                            "--client-id",
                            vendor.clientId(),
                            "--key-file",
                            keyFile(vendor.key()).toString(),
                            "--api",
                            api(on).toString(),
                            "--customer",
                            Setting.BAKERY.value(),
                            "--external-ref",
                            vendor.reference())
                    .redirectErrorStream(true)
                    .start();
            started.push(() -> stop(process));
            var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new StoryFailure("SmartCloud's program failed:\n" + printed);
            }
            return printed.stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException("SmartCloud's program does not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryFailure("interrupted");
        }
    }

    private Path keyFile(RSAKey key) throws IOException {
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var file = Files.createTempFile(directory, "smartcloud", ".jwk", owner);
        return Files.writeString(file, key.toJSONString());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void stop(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    @Override
    public synchronized void close() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                org.slf4j.LoggerFactory.getLogger(ExamplePrograms.class).warn("while stopping: {}", e.toString());
            }
        }
        if (!Files.exists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
