package no.klarert.server;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say which installation a command works on, running or not. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields that it annotates
final class InstallationOptions {
    @Option(names = "--data", paramLabel = "DIR", description = "Data directory. Default: ~/.klarert.")
    private @Nullable Path data;

    @Option(
            names = "--db-url",
            paramLabel = "URL",
            description = "JDBC URL of the installation's PostgreSQL server; without it the one of the data directory.")
    private @Nullable String databaseUrl;

    @Option(names = "--config", paramLabel = "FILE", description = "The installation's configuration file.")
    private @Nullable Path config;

    Path data() {
        return data == null ? DataDirectory.usual() : data;
    }

    KlarertConfig config() {
        var settings = config == null ? Settings.none() : Settings.read(config);
        return new StartCommand.CommandLineOverrides(
                        Optional.empty(), Optional.empty(), Optional.ofNullable(databaseUrl))
                .applyTo(KlarertConfig.from(settings));
    }
}
