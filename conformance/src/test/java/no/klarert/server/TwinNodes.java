package no.klarert.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Two nodes of one twin: on one PostgreSQL, with one sealing key and under one base URL as behind a balancer. What a node remembers
 * is its own.
 */
public final class TwinNodes implements AutoCloseable {
    /** Nothing listens there: tests ask each node at its own port. */
    private static final String BASE = "https://klarert.example";

    private static final int SEALING_KEY_BYTES = 32;

    private final Path directory;
    private final CapturedLog log = CapturedLog.begin();
    private final EmbeddedPostgres database;
    private final Klarert first;
    private final Klarert second;

    private TwinNodes() throws IOException {
        this.directory = Files.createTempDirectory("klarert");
        Files.writeString(sealingKey(), Base64.getEncoder().encodeToString(new byte[SEALING_KEY_BYTES]));
        this.database = EmbeddedPostgres.start();
        this.first = node("first");
        this.second = node("second");
    }

    public static TwinNodes start() {
        try {
            return new TwinNodes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path sealingKey() {
        return directory.resolve("sealing-key");
    }

    private Klarert node(String name) {
        var progress = new StartCommand.Progress(new PrintWriter(Writer.nullWriter()));
        return Klarert.start(config(), directory.resolve(name), Optional.empty(), progress);
    }

    private KlarertConfig config() {
        return KlarertConfig.from(new Settings(Map.of(
                "port",
                "0",
                "operations-port",
                "0",
                "host",
                "127.0.0.1",
                "base-url",
                BASE,
                "issuer.key-size",
                "2048",
                "issuer.sealing-key-file",
                sealingKey().toString(),
                "database.url",
                database.getJdbcUrl("postgres", "postgres"))));
    }

    /** The node that seeded the world. */
    public Twin first() {
        return new Node(first, first);
    }

    public Twin second() {
        return new Node(second, first);
    }

    /** @param seeding the node whose data directory has the keys that were made for seeded clients */
    private record Node(Klarert klarert, Klarert seeding) implements Twin {
        @Override
        public URI base() {
            return RunningFile.read(klarert.data().path()).orElseThrow().baseUrl();
        }

        @Override
        public String issuer() {
            return klarert.addresses().maskinporten();
        }

        @Override
        public String clientKey(String clientId) {
            return seeding.data().read(seeding.data().clientKey(clientId)).orElseThrow();
        }
    }

    @Override
    public void close() throws IOException {
        second.close();
        first.close();
        database.close();
        log.close();
        DataDirectory.deleteTree(directory);
    }
}
