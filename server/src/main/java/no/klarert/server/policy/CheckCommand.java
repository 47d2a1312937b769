package no.klarert.server.policy;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import no.klarert.policy.CompilationResult;
import no.klarert.policy.CompilerOptions;
import no.klarert.policy.Issue;
import no.klarert.policy.Issue.Severity;
import no.klarert.policy.PolicyCompiler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code klarert policy check}: says everything that is wrong with policies. */
@Command(
        name = "check",
        description = "Print everything that is wrong with policies, as file:line:column: severity: message.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Severities: error, the policy is refused; undecidable, a decision that comes to it is Indeterminate;"
                    + " warning.",
            ExitCode.EXPLAINED
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields that it annotates
final class CheckCommand implements Callable<Integer> {
    private final SourceFiles files;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Policies; a directory is walked for .xml, - is standard input.")
    private List<String> arguments;

    @Option(names = "--strict", description = "Exit with 1 if there is anything to say, even if it is only a warning.")
    private boolean strict;

    @Mixin
    private CompilerChoices choices;

    CheckCommand(SourceFiles files) {
        this.files = files;
    }

    @Override
    public Integer call() {
        return Ending.of(spec.commandLine(), this::check);
    }

    private int check() {
        var options = choices.options();
        var tally = new Tally();
        for (var argument : arguments) {
            tally.read(() -> checkAll(argument, options, tally));
        }
        spec.commandLine().getOut().println(tally.summary());
        return tally.exitCode();
    }

    private void checkAll(String argument, CompilerOptions options, Tally tally) {
        if (argument.equals(SourceFiles.STANDARD_INPUT)) {
            tally.add(files.read(argument), options);
            return;
        }
        var found = SourceFiles.files(argument, SourceFiles::isXml);
        if (found.isEmpty()) {
            throw CommandFailure.badUse("there is no .xml file in " + Words.quoted(argument));
        }
        for (var file : found) {
            tally.read(() -> tally.add(SourceFiles.read(file, file.toString()), options));
        }
    }

    /** What was found so far. */
    private final class Tally {
        private final Map<Severity, Integer> issues = new EnumMap<>(Severity.class);
        private int checked;
        private boolean unreadable;

        /** A file that cannot be read does not keep the others from being checked. */
        void read(Runnable reading) {
            try {
                reading.run();
            } catch (CommandFailure failure) {
                unreadable = true;
                failure.lines().forEach(spec.commandLine().getErr()::println);
            }
        }

        void add(Source source, CompilerOptions options) {
            checked++;
            PrintWriter out = spec.commandLine().getOut();
            for (var issue : issues(PolicyCompiler.compile(source.content(), options))) {
                issues.merge(issue.severity(), 1, Integer::sum);
                out.println(source.line(issue));
            }
        }

        private static List<Issue> issues(CompilationResult result) {
            return switch (result) {
                case CompilationResult.Compiled compiled -> compiled.warnings();
                case CompilationResult.Rejected rejected -> rejected.issues();
            };
        }

        String summary() {
            var counts = Stream.of(Severity.values())
                    .filter(issues::containsKey)
                    .map(severity -> count(severity, issues.getOrDefault(severity, 0)))
                    .toList();
            if (checked == 0) {
                return "0 files";
            }
            return Words.count(checked, "file") + ": " + (counts.isEmpty() ? "no issues" : String.join(", ", counts));
        }

        private static String count(Severity severity, int number) {
            return switch (severity) {
                case ERROR -> Words.count(number, "error");
                case UNDECIDABLE -> Words.count(number, "undecidable part");
                case WARNING -> Words.count(number, "warning");
            };
        }

        int exitCode() {
            if (unreadable) {
                return ExitCode.BAD_USE;
            }
            if (issues.containsKey(Severity.ERROR)) {
                return ExitCode.BAD_POLICY;
            }
            return strict && !issues.isEmpty() ? ExitCode.FAILED : ExitCode.FINE;
        }
    }
}
