package no.klarert.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Base64;
import java.util.Map;

/** Two nodes of Klarert on one database, with a provider that administers its scope at the first and a vendor that asks both. */
final class RevocationNodes implements AutoCloseable {
    private static final String BASE = "https://klarert.example";
    private static final String PROVIDER = "7d3e5a52-40c5-4a57-9a5b-0d7f6b1b3c02";
    private static final String VENDOR = "7d3e5a52-40c5-4a57-9a5b-0d7f6b1b3c01";
    private static final String VENDOR_NUMBER = "310000019";
    private static final String SCOPE = "bench:orders.read";
    private static final String FORM = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=";
    private static final int SEALING_KEY_BYTES = 32;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AssertionSigner provider;
    private final AssertionSigner vendor;
    private final Node first;
    private final Node second;

    private record Node(URI address, PinnedProcess process) {}

    RevocationNodes(String database, Path folder, KeyPair keys) throws IOException {
        var audience = BASE + "/maskinporten/";
        this.provider = new AssertionSigner(audience, PROVIDER, "idporten:scopes.write", keys);
        this.vendor = new AssertionSigner(audience, VENDOR, SCOPE, keys);
        Files.writeString(folder.resolve("world.yaml"), world(Keys.publicJwk(keys)));
        var sealingKey = folder.resolve("sealing-key");
        Files.writeString(sealingKey, Base64.getEncoder().encodeToString(new byte[SEALING_KEY_BYTES]));
        Files.writeString(
                folder.resolve("klarert.yaml"),
                "base-url: " + BASE + "\nissuer: {key-size: 2048, sealing-key-file: " + sealingKey + "}\n");
        this.first = start(database, folder, "first");
        this.second = start(database, folder, "second");
    }

    private static String world(String jwk) {
        return """
            organizations:
              - organizationNumber: "315555558"
                name: Provider
                scopePrefixes: [bench]
                entitlements: ["idporten:scopes.write"]
              - { organizationNumber: "310000019", name: Vendor }
            scopes:
              - { name: "%s", owner: "315555558", description: Orders, grants: ["310000019"] }
            clients:
              - clientId: %s
                organization: "315555558"
                name: Administration
                scopes: ["idporten:scopes.write"]
                jwks: { keys: [ %s ] }
              - clientId: %s
                organization: "310000019"
                name: Vendor
                scopes: ["%s"]
                jwks: { keys: [ %s ] }
            """.formatted(SCOPE, PROVIDER, jwk, VENDOR, SCOPE, jwk);
    }

    private static Node start(String database, Path folder, String name) {
        int port = PinnedProcess.freePort();
        var command = KlarertServer.command(port, database, folder.resolve(name), folder);
        var process = PinnedProcess.start(command, Map.of(), port, folder.resolve(name + ".log"));
        return new Node(URI.create("http://localhost:" + port), process);
    }

    boolean firstAccepts() {
        return accepts(first);
    }

    boolean secondAccepts() {
        return accepts(second);
    }

    /** A fresh assertion each time. Any answer but a token or the refusal for want of a grant ends the measuring. */
    private boolean accepts(Node node) {
        var reply = token(node, vendor);
        if (reply.statusCode() != 200 && !reply.body().contains("MP-250")) {
            throw new IllegalStateException(reply.statusCode() + ": " + reply.body());
        }
        return reply.statusCode() == 200;
    }

    /** Returns when the first node has answered. */
    void grant() {
        administer("PUT");
    }

    /** Returns when the first node has answered. */
    void revoke() {
        administer("DELETE");
    }

    private void administer(String method) {
        var token = token(first, provider).body().replaceFirst(".*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        var path = "/samarbeid/api/v1/scopes/access/" + VENDOR_NUMBER + "?scope="
                + URLEncoder.encode(SCOPE, StandardCharsets.UTF_8);
        var reply = send(HttpRequest.newBuilder(URI.create(first.address() + path))
                .header("Authorization", "Bearer " + token)
                .method(method, BodyPublishers.noBody()));
        if (reply.statusCode() != 200) {
            throw new IllegalStateException(method + " " + reply.statusCode() + ": " + reply.body());
        }
    }

    private HttpResponse<String> token(Node node, AssertionSigner by) {
        return send(HttpRequest.newBuilder(URI.create(node.address() + "/maskinporten/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(FORM + by.sign(1).getFirst())));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        second.process().close();
        first.process().close();
    }
}
