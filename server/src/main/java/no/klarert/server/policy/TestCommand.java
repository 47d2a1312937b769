package no.klarert.server.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import no.klarert.policy.CompilerOptions;
import no.klarert.policy.Dialect;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code klarert policy test}: runs test files and collections of conformance cases. */
@Command(
        name = "test",
        description = "Run tests of policies.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {"", ExitCode.EXPLAINED, "docs/policy-testing.md explains the format of test files."})
@SuppressWarnings("NullAway.Init") // picocli sets the fields that it annotates
final class TestCommand implements Callable<Integer> {
    private static final String INDEX = "index.json";

    private final InstantSource clock;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "Test files in YAML, or an index.json of conformance cases; "
                    + "a directory is walked for *.test.yaml, *.test.yml and index.json.")
    private List<String> arguments;

    @Option(
            names = "--dialect",
            paramLabel = "DIALECT",
            description = "standard or altinn, for files that do not say. Default: standard.")
    private Dialect dialect = Dialect.STANDARD;

    @Option(names = "--junit-xml", paramLabel = "FILE", description = "Also write the results as JUnit XML.")
    private @Nullable String junitXml;

    @Option(names = "--verbose", description = "Also name the cases that passed or were skipped.")
    private boolean verbose;

    TestCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        return Ending.of(spec.commandLine(), this::test);
    }

    private int test() {
        var report = new TestReport(spec.commandLine().getOut(), verbose);
        var suites = new ArrayList<SuiteResult>();
        for (var argument : arguments) {
            run(argument, result -> {
                suites.add(result);
                report.print(result);
            });
        }
        report.summary(suites);
        if (junitXml != null) {
            write(junitXml, JunitXml.of(suites));
        }
        return exitCode(suites);
    }

    /** A file that cannot be used does not keep the others from being run. */
    private void run(String argument, Consumer<SuiteResult> done) {
        try {
            var files = SourceFiles.files(argument, TestCommand::isTests);
            if (files.isEmpty()) {
                throw CommandFailure.badUse("there are no tests in " + Words.quoted(argument));
            }
            files.forEach(file -> done.accept(run(file)));
        } catch (CommandFailure failure) {
            done.accept(unusable(argument, failure));
        }
    }

    private SuiteResult run(Path file) {
        try {
            return isIndex(file) ? runIndex(file) : TestFileRun.run(TestFileReader.read(file, dialect));
        } catch (CommandFailure failure) {
            return unusable(file.toString(), failure);
        }
    }

    private SuiteResult runIndex(Path file) {
        var cases = IndexedCases.read(SourceFiles.read(file, file.toString()));
        return IndexedRun.run(file, cases, CompilerOptions.of(dialect), PointInTime.now(clock));
    }

    private static SuiteResult unusable(String name, CommandFailure failure) {
        var outcome = new CaseResult.Unusable(failure.lines());
        return new SuiteResult(name, List.of(new CaseResult("the file can be used", outcome, Duration.ZERO)));
    }

    private static boolean isTests(Path file) {
        var name = file.getFileName().toString();
        return name.equals(INDEX) || name.endsWith(".test.yaml") || name.endsWith(".test.yml");
    }

    private static boolean isIndex(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json");
    }

    private static void write(String file, String report) {
        try {
            Files.writeString(SourceFiles.path(file), report);
        } catch (IOException e) {
            throw CommandFailure.badUse("cannot write " + Words.quoted(file) + ": " + SourceFiles.reason(e));
        }
    }

    private static int exitCode(List<SuiteResult> suites) {
        if (suites.stream().anyMatch(suite -> suite.count(CaseResult.Unusable.class) > 0)) {
            return ExitCode.BAD_USE;
        }
        boolean failed = suites.stream().anyMatch(suite -> suite.count(CaseResult.Failed.class) > 0);
        return failed ? ExitCode.FAILED : ExitCode.FINE;
    }
}
