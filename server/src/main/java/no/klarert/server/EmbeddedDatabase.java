package no.klarert.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A real PostgreSQL under the data directory. A commit is on disk before it is acknowledged, also here. A server that outlived
 * its twin, because that was killed, is stopped in an orderly way before a new one starts.
 */
final class EmbeddedDatabase implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static EmbeddedDatabase start(DataDirectory data) {
        try {
            Files.createDirectories(data.postgresBinaries());
            stopSurvivor(data);
            var log = data.path().resolve("postgres.log").toFile();
            return new EmbeddedDatabase(EmbeddedPostgres.builder()
                    .setDataDirectory(data.postgres())
                    .setOverrideWorkingDirectory(data.postgresBinaries().toFile())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(LONGEST_START)
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setOutputRedirector(Redirect.appendTo(log))
                    .setErrorRedirector(Redirect.appendTo(log))
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the embedded database does not start; see " + data.path() + "/postgres.log", e);
        }
    }

    private static void stopSurvivor(DataDirectory data) throws IOException {
        var survivor = survivor(data.postgres());
        if (survivor.isEmpty()) {
            return;
        }
        try (var files = Files.walk(data.postgresBinaries(), 3)) {
            var pgCtl = files.filter(file -> file.endsWith("bin/pg_ctl")).findFirst();
            if (pgCtl.isPresent()) {
                stop(pgCtl.get(), data.postgres());
            }
        }
        if (survivor(data.postgres()).isPresent()) {
            throw new ConfigException("another process uses `" + data.path() + "`: process "
                    + survivor.get().pid() + "; stop it or give another --data");
        }
    }

    private static void stop(Path pgCtl, Path directory) throws IOException {
        var stopping = new ProcessBuilder(
                        pgCtl.toString(), "-D", directory.toString(), "stop", "-m", "fast", "-w", "-t", "30")
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
        try {
            stopping.waitFor(40, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The server that the data directory's lock file names, if it still runs. */
    private static Optional<ProcessHandle> survivor(Path directory) throws IOException {
        var lock = directory.resolve("postmaster.pid");
        if (!Files.exists(lock)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(lock);
        return lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(ProcessHandle::isAlive);
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
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
