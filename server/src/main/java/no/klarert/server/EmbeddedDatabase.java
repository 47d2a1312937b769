package no.klarert.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A real PostgreSQL under the data directory. A commit is on disk before it is acknowledged, also here. Being killed at any
 * moment, the first start included, leaves nothing to repair by hand: what a former server left is cleared away first ({@link
 * LeftoverServer}), and a directory that was never finished is made anew.
 */
final class EmbeddedDatabase implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    /** Of PostgreSQL's lock file, counted from zero. */
    private static final int PORT_LINE = 3;

    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** The caller holds the lock of {@code data}. */
    static EmbeddedDatabase start(DataDirectory data) {
        return start(data, LONGEST_START);
    }

    /** Gives up after {@code longest}. */
    static EmbeddedDatabase start(DataDirectory data, Duration longest) {
        try {
            Files.createDirectories(data.postgresBinaries());
            LeftoverServer.stop(data);
            var preparation = new DatabasePreparation(data);
            preparation.clear();
            preparation.begin();
            var postgres = launch(data, longest);
            preparation.end();
            return new EmbeddedDatabase(postgres);
        } catch (IOException e) {
            throw new ConfigException("the embedded database does not start; see `" + log(data) + "`", e);
        }
    }

    private static EmbeddedPostgres launch(DataDirectory data, Duration longest) throws IOException {
        try {
            return builder(data).setPGStartupWait(longest).start();
        } catch (IOException | RuntimeException e) {
            LeftoverServer.stop(data);
            throw new IOException(e);
        }
    }

    private static EmbeddedPostgres.Builder builder(DataDirectory data) {
        var log = Redirect.appendTo(log(data).toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(data.postgres())
                .setOverrideWorkingDirectory(data.postgresBinaries().toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setOutputRedirector(log)
                .setErrorRedirector(log);
    }

    /** The URL of the server that another process has started under the data directory, if one has. */
    static Optional<String> runningUrl(DataDirectory data) {
        return data.read(data.postgres().resolve("postmaster.pid"))
                .flatMap(lock -> lock.lines().skip(PORT_LINE).findFirst())
                .map(port -> jdbcUrl(port.strip()));
    }

    private static String jdbcUrl(String port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    private static Path log(DataDirectory data) {
        return data.path().resolve("postgres.log");
    }

    String jdbcUrl() {
        return jdbcUrl(Integer.toString(postgres.getPort()));
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
