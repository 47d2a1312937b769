package no.klarert.server.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code klarert demo}: tells the story against a running twin, or against a temporary one. */
@Command(
        name = "demo",
        description = "Walk through the whole story over HTTP, with what is refused on the way.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Uses the twin that runs on the data directory; starts a temporary one when none runs.",
            "Exit code 0 only if every step ended as it must."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields that it annotates
public final class DemoCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    private final Twins twins;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data directory of the running twin; the keys of the seeded clients are read there. "
                    + "Default: ~/.klarert.")
    private @Nullable Path data;

    @Option(names = "--temporary", description = "Start a temporary twin even if one runs.")
    private boolean temporary;

    public DemoCommand(Twins twins) {
        this.twins = twins;
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var journal = new Journal(out);
        try (var twin = twin();
                var programs = ExamplePrograms.find(Path.of(System.getProperty("klarert.home", ".")))) {
            out.println("The story, told against " + twin.baseUrl());
            new Story(SettingBuilder.build(twin, journal), programs).tell();
        } catch (StoryFailure | java.io.UncheckedIOException e) {
            journal.failed(String.valueOf(e.getMessage()));
        }
        return journal.finish() ? 0 : FAILED;
    }

    private Twin twin() {
        if (data != null && temporary) {
            throw new ParameterException(spec.commandLine(), "--temporary and --data exclude each other");
        }
        var running = temporary ? Optional.<Twin>empty() : twins.running(Optional.ofNullable(data));
        if (running.isEmpty() && data != null) {
            throw new ParameterException(spec.commandLine(), "no klarert runs on `" + data + "`");
        }
        return running.orElseGet(() -> {
            spec.commandLine().getOut().println("No twin is running; starting a temporary one.");
            return twins.temporary();
        });
    }

    /** Where the command finds a twin to play on. */
    public interface Twins {
        /** The twin that runs on that data directory, or on the usual one. */
        Optional<Twin> running(Optional<Path> data);

        /** A twin of its own, gone when it is closed. */
        Twin temporary();
    }

    /** A twin that answers. */
    public interface Twin extends AutoCloseable {
        URI baseUrl();

        /** The file with the private key of a seeded client. */
        Path clientKey(String clientId);

        @Override
        void close();
    }
}
