package no.klarert.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Klarert as its users start it, with one client registered in its world. */
record KlarertServer() implements TokenServer.Kind {
    private static final String CLIENT = "7d3e5a52-40c5-4a57-9a5b-0d7f6b1b3c01";
    private static final String SCOPE = "bench:orders.read";
    private static final String FORM = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=";

    @Override
    public String name() {
        return "Klarert";
    }

    @Override
    public TokenServer start(TokenServer.Setting setting) {
        try {
            Files.writeString(setting.file("world.yaml"), world(setting.jwk()));
            Files.writeString(setting.file("klarert.yaml"), "issuer: {key-size: " + setting.keySize() + "}\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int port = PinnedProcess.freePort();
        var issuer = "http://localhost:" + port + "/maskinporten/";
        var process = PinnedProcess.start(command(setting, port), Map.of(), port, setting.file("server.log"));
        return new TokenServer(process, URI.create(issuer + "token"), issuer, CLIENT, SCOPE, FORM);
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

    private static List<String> command(TokenServer.Setting setting, int port) {
        return command(port, setting.database(), setting.file("data"), setting.folder());
    }

    /** Starts a node with the world and the configuration in {@code folder}. */
    static List<String> command(int port, String database, Path data, Path folder) {
        var target = Path.of(System.getProperty("klarert.home"), "server", "target");
        var command = new ArrayList<>(List.of(Java.executable(), "--enable-native-access=ALL-UNNAMED"));
        command.addAll(furtherOptions());
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
                database,
                "--data",
                data.toString(),
                "--world",
                folder.resolve("world.yaml").toString(),
                "--config",
                folder.resolve("klarert.yaml").toString()));
        return command;
    }

    /** For looking closer: options of the server's JVM in {@code -Dserver.jvm=}, parted by spaces. */
    private static List<String> furtherOptions() {
        var options = System.getProperty("server.jvm", "");
        return options.isEmpty() ? List.of() : List.of(options.split(" ", -1));
    }
}
