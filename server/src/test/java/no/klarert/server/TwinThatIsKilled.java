package no.klarert.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import no.klarert.storage.StorageException;
import no.klarert.store.postgres.PostgresStore;

/** A process with an embedded database that writes facts and prints the name of each when it is committed, until it cannot. */
final class TwinThatIsKilled implements AutoCloseable {
    static final String VALUE = "committed";

    private final Process process;
    private final List<String> acknowledged = new CopyOnWriteArrayList<>();
    private final Thread listener;

    private TwinThatIsKilled(Process process) {
        this.process = process;
        this.listener = Thread.ofVirtual().start(this::listen);
    }

    /** Started when its database answers. */
    static TwinThatIsKilled start(DataDirectory data) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        TwinThatIsKilled.class.getName(),
                        data.path().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var twin = new TwinThatIsKilled(process);
        while (twin.acknowledged().isEmpty() && process.isAlive()) {
            Thread.sleep(20);
        }
        return twin;
    }

    private void listen() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("fact-") && line.endsWith(";")) {
                    acknowledged.add(line.substring(0, line.length() - 1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of what was committed, so far. */
    List<String> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        awaitEnd();
    }

    void awaitEnd() throws InterruptedException {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new AssertionError("the twin did not end");
        }
        listener.join();
    }

    @Override
    public void close() {
        process.toHandle().destroyForcibly();
    }

    /** The argument is the data directory. Halts as if killed when the database is gone. */
    public static void main(String... arguments) {
        var database = EmbeddedDatabase.start(DataDirectory.open(Path.of(arguments[0])));
        var settings = new PostgresStore.Settings(database.jdbcUrl(), Optional.of("postgres"), Optional.empty(), 2);
        var store = PostgresStore.open(settings, InstantSource.system());
        var run = ProcessHandle.current().pid();
        try {
            for (int n = 0; ; n++) {
                var name = "fact-" + run + "-" + n;
                boolean recorded =
                        store.transactions().run(transaction -> store.facts().record(transaction, name, VALUE));
                if (recorded) {
                    System.out.print(name + ";\n");
                    System.out.flush();
                }
            }
        } catch (StorageException e) {
            Runtime.getRuntime().halt(1);
        }
    }
}
