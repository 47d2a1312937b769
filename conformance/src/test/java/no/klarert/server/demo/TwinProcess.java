package no.klarert.server.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A twin as it is delivered, in a process of its own, on a port that stays the same when it is started again. */
final class TwinProcess implements DemoCommand.Twin {
    private static final Path SERVER =
            Path.of("..", "server", "target").toAbsolutePath().normalize();

    private final Path data;
    private final int port;
    private final List<String> options;
    private Process process;

    private TwinProcess(Path data, List<String> options) {
        this.data = data;
        this.port = freePort();
        this.options = List.copyOf(options);
        this.process = launch();
    }

    static TwinProcess start(Path data, String... options) {
        return new TwinProcess(data, List.of(options));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                SERVER.resolve("klarert-server.jar") + ":" + SERVER.resolve("lib") + "/*",
                "no.klarert.server.Main",
                "start",
                "--port",
                Integer.toString(port),
                "--operations-port",
                "0",
                "--data",
                data.toString()));
        command.addAll(options);
        try {
            var started = new ProcessBuilder(command).redirectErrorStream(true).start();
            awaitReady(started);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitReady(Process started) throws IOException {
        var said = new StringBuilder();
        var lines = new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            if (line.contains("Klarert is ready")) {
                Thread.ofVirtual().start(() -> lines.lines().forEach(rest -> {}));
                return;
            }
        }
        throw new IllegalStateException("the twin did not start:\n" + said);
    }

    /** Ends the process as {@code kill -9} does and starts it again on the same data. */
    void killAndRestart() {
        process.destroyForcibly();
        await(process);
        process = launch();
    }

    @Override
    public URI baseUrl() {
        return URI.create("http://localhost:" + port);
    }

    @Override
    public Path clientKey(String clientId) {
        return data.resolve("keys").resolve(clientId + ".jwk");
    }

    @Override
    public void close() {
        process.destroy();
        await(process);
    }

    private static void await(Process process) {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
