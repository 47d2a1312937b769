package no.klarert.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import no.klarert.issuer.KeySealer;
import no.klarert.storage.Bytes;
import no.klarert.store.postgres.PostgresStore;

/** An installation's store and keys for a command that serves nothing. Its nodes may run at the same time. */
final class OpenedInstallation implements AutoCloseable {
    private static final int CONNECTIONS = 2;

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final KlarertConfig config;
    private final PostgresStore store;
    private final KeyWiring keys;

    /** @param directory is not made, and nothing is put into it; not needed where {@code config} says all that it could */
    static OpenedInstallation open(KlarertConfig config, Path directory, InstantSource clock) {
        return new OpenedInstallation(config, directory, clock);
    }

    private OpenedInstallation(KlarertConfig config, Path directory, InstantSource clock) {
        this.config = config;
        var sealer = new KeySealer(sealingKey(directory), new SecureRandom());
        try {
            this.store = openStore(directory, clock);
            this.keys =
                    new KeyWiring(StoresOf.postgres(store), config.issuing(), Cryptography.provider(), clock, sealer);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private Bytes sealingKey(Path directory) {
        return config.issuing()
                .sealingKey()
                .map(Klarert::sealingKey)
                .or(() -> existing(directory).sealingKey())
                .orElseThrow(() -> new ConfigException(
                        "there is no sealing key in `" + directory + "`; give the nodes' --config or --data"));
    }

    private static DataDirectory existing(Path directory) {
        if (!DataDirectory.isOne(directory)) {
            throw new ConfigException(
                    "`" + directory + "` is not a data directory of Klarert; give --data, or --config and --db-url");
        }
        try {
            return new DataDirectory(directory.toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PostgresStore openStore(Path directory, InstantSource clock) {
        var database = config.database();
        var settings = database.url()
                .map(url -> new PostgresStore.Settings(
                        url, database.user(), database.password().map(KlarertConfig.Secret::value), CONNECTIONS))
                .orElseGet(() -> new PostgresStore.Settings(
                        embeddedUrl(existing(directory)), Optional.of("postgres"), Optional.empty(), CONNECTIONS));
        var result = Klarert.open(settings, clock);
        opened.push(result);
        return result;
    }

    /** Of the server that a running installation has started, or of one that is started for the command. */
    private String embeddedUrl(DataDirectory data) {
        var running = RunningFile.read(data.path()).flatMap(any -> EmbeddedDatabase.runningUrl(data));
        if (running.isPresent()) {
            return running.get();
        }
        var lock = data.lock();
        opened.push(() -> lock.acquiredBy().close());
        var embedded = EmbeddedDatabase.start(data);
        opened.push(embedded);
        return embedded.jdbcUrl();
    }

    KlarertConfig config() {
        return config;
    }

    KeyWiring keys() {
        return keys;
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                org.slf4j.LoggerFactory.getLogger(OpenedInstallation.class).warn("while closing: {}", e.toString());
            }
        }
    }
}
