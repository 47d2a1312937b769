package no.klarert.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a twin that was killed left of its database server. Its processes are stopped in an orderly way, and by force if they do
 * not listen. A lock file left behind may name a process that has got the number since (in a container that is likely): no
 * process that is not ours is ever signalled.
 */
final class LeftoverServer {
    private static final Duration END = Duration.ofSeconds(10);
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final DataDirectory data;
    private final Path lock;

    private LeftoverServer(DataDirectory data) {
        this.data = data;
        this.lock = data.postgres().resolve("postmaster.pid");
    }

    /**
     * When this returns, no server works in the data directory, and none is hindered from starting there. A server that someone
     * else may have started there is refused. The caller holds the data directory's lock.
     */
    static void stop(DataDirectory data) throws IOException {
        var leftover = new LeftoverServer(data);
        leftover.stopProcesses();
        leftover.removeMisleadingLock();
    }

    /** By signal, since {@code pg_ctl} refuses to work for root. Without clients, as here, the mildest one ends a server at once. */
    private void stopProcesses() throws IOException {
        named().filter(this::isOurs).ifPresent(ProcessHandle::destroy);
        if (!haveEnded()) {
            processes().forEach(ProcessHandle::destroyForcibly);
            if (!haveEnded()) {
                throw inUse(processes().getFirst());
            }
        }
    }

    private boolean haveEnded() {
        for (long left = END.toMillis(); !processes().isEmpty(); left -= GLANCE.toMillis()) {
            if (left <= 0) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(GLANCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConfigException("interrupted while a former database server was stopped", e);
        }
    }

    /** The server's processes: all that run a program of ours, and any server that was started for our directory. */
    private List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses().filter(this::isOurs).toList();
    }

    private boolean isOurs(ProcessHandle process) {
        var info = process.info();
        boolean runsOurProgram = info.command()
                .filter(command -> Path.of(command).startsWith(data.postgresBinaries()))
                .isPresent();
        return runsOurProgram
                || (isPostgres(process)
                        && info.arguments()
                                .filter(arguments -> Arrays.asList(arguments)
                                        .contains(data.postgres().toString()))
                                .isPresent());
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString())
                .filter(name -> name.equals("postgres") || name.equals("postgres.exe"))
                .isPresent();
    }

    /** The living process whose number is in the lock file, whatever it is. */
    private Optional<ProcessHandle> named() throws IOException {
        if (!Files.exists(lock)) {
            return Optional.empty();
        }
        try {
            return Files.readString(lock)
                    .lines()
                    .findFirst()
                    .map(first -> Long.parseLong(first.strip()))
                    .flatMap(ProcessHandle::of)
                    .filter(ProcessHandle::isAlive);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** PostgreSQL does not start where the lock file names any living process of the same user, or is damaged. */
    private void removeMisleadingLock() throws IOException {
        var named = named();
        if (named.filter(LeftoverServer::isPostgres).isPresent()) {
            throw inUse(named.get());
        }
        if (named.isPresent() || isDamaged()) {
            Files.deleteIfExists(lock);
        }
    }

    private boolean isDamaged() throws IOException {
        return Files.exists(lock)
                && Files.readString(lock)
                        .lines()
                        .findFirst()
                        .filter(first -> first.strip().matches("[0-9]+"))
                        .isEmpty();
    }

    private ConfigException inUse(ProcessHandle process) {
        return new ConfigException("process " + process.pid() + " is a database server that may use `" + data.postgres()
                + "`; stop it or give another --data");
    }
}
