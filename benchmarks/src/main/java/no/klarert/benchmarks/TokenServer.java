package no.klarert.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Klarert's server as its users start it, on a processor of its own, with one client registered in its world. */
final class TokenServer implements AutoCloseable {
    static final String CLIENT = "7d3e5a52-40c5-4a57-9a5b-0d7f6b1b3c01";
    static final String SCOPE = "bench:orders.read";

    private static final Duration STOP = Duration.ofSeconds(20);
    private static final Duration LONGEST_START = Duration.ofSeconds(90);

    private final Process process;
    private final int port;

    private TokenServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts and waits until it answers.
     *
     * @param jwk the client's public key
     * @param keySize bits of the server's own key
     * @param options further options of the JVM
     */
    static TokenServer start(String databaseUrl, Path folder, String jwk, int keySize, List<String> options) {
        try {
            Files.writeString(folder.resolve("world.yaml"), world(jwk));
            Files.writeString(folder.resolve("klarert.yaml"), "issuer.key-size: " + keySize + "\n");
            int port = freePort();
            var process = new ProcessBuilder(command(databaseUrl, folder, port, options))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("server.log").toFile())
                    .start();
            var server = new TokenServer(process, port);
            server.await(folder.resolve("server.log"));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String world(String jwk) {
        return """
            organizations:
              - { organizationNumber: "315555558", name: Provider, scopePrefixes: [bench] }
              - { organizationNumber: "310000019", name: Vendor }
            scopes:
              - name: %s
                owner: "315555558"
                description: Orders
                grants: ["310000019"]
            clients:
              - clientId: %s
                organization: "310000019"
                name: Load
                scopes: [%s]
                jwks: { keys: [ %s ] }
            """.formatted(SCOPE, CLIENT, SCOPE, jwk);
    }

    private static List<String> command(String databaseUrl, Path folder, int port, List<String> options) {
        var home = Path.of(System.getProperty("klarert.home"));
        var target = home.resolve("server/target");
        var command = new ArrayList<String>();
        command.add(Java.executable());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                target.resolve("klarert-server.jar") + ":" + target.resolve("lib") + "/*",
                "no.klarert.server.Main",
                "start",
                "--port",
                Integer.toString(port),
                "--operations-port",
                "0",
                "--db-url",
                databaseUrl,
                "--data",
                folder.resolve("data").toString(),
                "--world",
                folder.resolve("world.yaml").toString(),
                "--config",
                folder.resolve("klarert.yaml").toString()));
        return Processor.OF_SERVER.keep(command);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void await(Path log) throws IOException {
        long latest = System.nanoTime() + LONGEST_START.toNanos();
        while (true) {
            try {
                new Socket("localhost", port).close();
                return;
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() > latest) {
                    throw new IOException("the server did not start:\n" + Files.readString(log), e);
                }
                sleep();
            }
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String issuer() {
        return "http://localhost:" + port + "/maskinporten/";
    }

    URI tokenEndpoint() {
        return URI.create(issuer() + "token");
    }

    /** What the whole process has used so far. */
    Duration processorTime() {
        return Processor.used(process.pid());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
