package no.klarert.server.policy;

import java.util.ArrayList;
import java.util.List;
import no.klarert.policy.CompilerOptions;
import no.klarert.policy.Dialect;
import no.klarert.policy.PolicyLibrary;
import picocli.CommandLine.Option;

/** The options about how policies are read, equal in every command. */
final class CompilerChoices {
    @Option(
            names = "--dialect",
            paramLabel = "DIALECT",
            description = "standard: XACML 3.0 as OASIS published it. altinn: as Altinn's decision service reads it. "
                    + "Default: standard.")
    private Dialect dialect = Dialect.STANDARD;

    @Option(
            names = "--lenient",
            description =
                    "Accept with a warning what many published policies get wrong: a combining algorithm for policies "
                            + "where one for rules belongs, a rule id used twice.")
    private boolean lenient;

    @Option(
            names = "--library",
            paramLabel = "FILE",
            description = "Policies that others may refer to; a directory is walked for .xml. May be repeated.")
    private final List<String> library = new ArrayList<>();

    /** Reads and checks the library; ends the command if a file of it is refused. */
    CompilerOptions options() {
        var options = options(dialect, lenient);
        if (library.isEmpty()) {
            return options;
        }
        if (dialect == Dialect.ALTINN) {
            throw CommandFailure.badUse("--library needs --dialect standard: Altinn's dialect knows no references");
        }
        var sources = library.stream()
                .flatMap(argument -> SourceFiles.files(argument, SourceFiles::isXml).stream())
                .map(file -> SourceFiles.read(file, file.toString()))
                .toList();
        return options.library(library(sources, options));
    }

    static CompilerOptions options(Dialect dialect, boolean lenient) {
        var options = CompilerOptions.of(dialect);
        return lenient ? options.lenient() : options;
    }

    /** @throws CommandFailure if a source is refused */
    static PolicyLibrary library(List<Source> sources, CompilerOptions options) {
        var made = PolicyLibrary.of(sources.stream().map(Source::content).toList(), options);
        var lines = made.refused().stream()
                .flatMap(refused -> sources.get(refused.index()).lines(refused.issues()).stream())
                .toList();
        if (!lines.isEmpty()) {
            throw new CommandFailure(ExitCode.BAD_POLICY, lines);
        }
        return made;
    }
}
