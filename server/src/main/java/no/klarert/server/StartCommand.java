package no.klarert.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code klarert start}: runs an installation in the foreground until it is told to stop. */
@Command(
        name = "start",
        description = "Start the twin: a complete offline installation with a seeded world.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
@SuppressWarnings("NullAway.Init") // picocli sets the fields that it annotates
final class StartCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "PORT", description = "Port to serve on. Default: 8080; 0 takes a free one.")
    private @Nullable Integer port;

    @Option(
            names = "--operations-port",
            paramLabel = "PORT",
            description = "Port for health checks. Default: 8081; 0 takes a free one.")
    private @Nullable Integer operationsPort;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data directory: embedded database and keys. Default: ~/.klarert.")
    private @Nullable Path data;

    @Option(
            names = "--db-url",
            paramLabel = "URL",
            description =
                    "JDBC URL of a PostgreSQL server (14 or newer) to use instead of the embedded one, such as "
                            + "jdbc:postgresql://localhost:5432/klarert?user=klarert. Give the password in the configuration file.")
    private @Nullable String databaseUrl;

    @Option(
            names = "--world",
            paramLabel = "FILE",
            description = "World file (YAML or JSON) to seed an empty installation with. Default: the story's world.")
    private @Nullable Path world;

    @Option(names = "--config", paramLabel = "FILE", description = "Configuration file; see docs/operations.md.")
    private @Nullable Path config;

    @Option(names = "--fresh", description = "Delete the data directory first, after asking.")
    private boolean fresh;

    @Option(names = "--yes", description = "Answer yes to the question --fresh asks.")
    private boolean yes;

    @Override
    public Integer call() throws InterruptedException {
        Logging.start();
        var out = spec.commandLine().getOut();
        var settings = config == null ? Settings.none() : Settings.read(config);
        var configured = KlarertConfig.from(settings);
        var effective = new CommandLineOverrides(
                        Optional.ofNullable(checkedPort("--port", port)),
                        Optional.ofNullable(checkedPort("--operations-port", operationsPort)),
                        Optional.ofNullable(checkedUrl()))
                .applyTo(configured);
        var directory = data == null ? DataDirectory.usual() : data;
        if (fresh && !startOver(directory, effective)) {
            out.println("Nothing was deleted.");
            return Main.FAILED;
        }
        var running = Klarert.start(effective, directory, Optional.ofNullable(world), new Progress(out));
        Welcome.print(out, running);
        new CountDownLatch(1).await();
        return 0;
    }

    private @Nullable Integer checkedPort(String option, @Nullable Integer value) {
        if (value != null && (value < 0 || value > 65_535)) {
            throw new ParameterException(spec.commandLine(), option + " must be from 0 to 65535, not " + value);
        }
        return value;
    }

    private @Nullable String checkedUrl() {
        if (databaseUrl != null && !databaseUrl.startsWith("jdbc:postgresql:")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--db-url must begin with jdbc:postgresql:, as in jdbc:postgresql://localhost/klarert");
        }
        return databaseUrl;
    }

    private boolean startOver(Path directory, KlarertConfig effective) {
        if (effective.database().url().isPresent()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--fresh deletes the data directory only; empty the database at --db-url yourself");
        }
        if (!Files.exists(directory)) {
            return true;
        }
        if (!DataDirectory.isOne(directory)) {
            throw new ConfigException("`" + directory + "` is not a data directory of Klarert; it is left as it is");
        }
        if (!yes && !agreed(directory)) {
            return false;
        }
        DataDirectory.delete(directory);
        return true;
    }

    private boolean agreed(Path directory) {
        var out = spec.commandLine().getOut();
        out.printf("Delete everything under %s? [y/N] ", directory);
        out.flush();
        try {
            var answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
            if (answer == null) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--fresh asks before it deletes `" + directory + "`; where nobody can answer, add --yes");
            }
            return answer.strip().equalsIgnoreCase("y");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the command line says over what the configuration file says. */
    record CommandLineOverrides(
            Optional<Integer> port, Optional<Integer> operationsPort, Optional<String> databaseUrl) {
        KlarertConfig applyTo(KlarertConfig config) {
            var network = config.network();
            var database = config.database();
            return config.with(
                    new KlarertConfig.Network(
                            network.host(),
                            port.orElse(network.port()),
                            operationsPort.orElse(network.operationsPort()),
                            network.baseUrl(),
                            network.trustedProxies()),
                    new KlarertConfig.Database(
                            databaseUrl.or(database::url), database.user(), database.password(), database.poolSize()));
        }
    }

    /** Says what is being done and how long it took. */
    record Progress(PrintWriter out) {
        void say(String what) {
            out.println(what);
            out.flush();
        }
    }

    static URI localhost(int port) {
        return URI.create("http://localhost:" + port);
    }
}
