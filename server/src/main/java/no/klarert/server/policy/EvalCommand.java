package no.klarert.server.policy;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import no.klarert.policy.AttributeSources;
import no.klarert.policy.CompilationResult;
import no.klarert.policy.CompiledPolicy;
import no.klarert.policy.PolicyCompiler;
import no.klarert.policy.wire.DecisionRequest;
import no.klarert.policy.wire.Decisions;
import no.klarert.policy.wire.RequestReading;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code klarert policy eval}: answers one request with one policy. */
@Command(
        name = "eval",
        description = "Answer a request with a policy and print the response.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "The response is all that stands on standard output; the explanation goes to standard error.",
            "A decision, whichever it is, exits with 0.",
            ExitCode.EXPLAINED
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields that it annotates
final class EvalCommand implements Callable<Integer> {
    private final SourceFiles files;
    private final InstantSource clock;

    @Spec
    private CommandSpec spec;

    @Option(names = "--policy", paramLabel = "FILE", required = true, description = "The policy; - is standard input.")
    private String policy;

    @Option(
            names = "--request",
            paramLabel = "FILE",
            required = true,
            description = "The request, JSON or XML by its first character; - is standard input.")
    private String request;

    @Option(names = "--explain", description = "Say on standard error what matched, what did not, and why.")
    private boolean explain;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "How to write the response: json or xml. Default: as the request.")
    private @Nullable Format format;

    @Option(
            names = "--now",
            paramLabel = "INSTANT",
            description =
                    "The current time for policies that ask, as 2026-03-01T09:00:00+01:00; its offset is the time zone. "
                            + "Default: now, in UTC. What the request says wins.")
    private @Nullable String now;

    @Mixin
    private CompilerChoices choices;

    EvalCommand(SourceFiles files, InstantSource clock) {
        this.files = files;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        return Ending.of(spec.commandLine(), this::eval);
    }

    private int eval() {
        if (policy.equals(SourceFiles.STANDARD_INPUT) && request.equals(SourceFiles.STANDARD_INPUT)) {
            throw CommandFailure.badUse("--policy and --request cannot both be standard input");
        }
        var time = time();
        var compiled = compile(files.read(policy));
        var source = files.read(request);
        var requestFormat = Format.of(source.content());
        var asked = timed(read(source, requestFormat), time);
        if (explain) {
            explain(asked, compiled);
        }
        var decisions = Decisions.of(asked, compiled, AttributeSources.NONE);
        var response = (format == null ? requestFormat : format).write(decisions);
        spec.commandLine().getOut().println(new String(response, StandardCharsets.UTF_8).stripTrailing());
        return ExitCode.FINE;
    }

    private PointInTime time() {
        if (now == null) {
            return PointInTime.now(clock);
        }
        return PointInTime.parse(now)
                .orElseThrow(() -> CommandFailure.badUse(
                        "--now is " + Words.quoted(String.valueOf(now)) + ", expected " + PointInTime.EXPECTED));
    }

    private CompiledPolicy compile(Source source) {
        return switch (PolicyCompiler.compile(source.content(), choices.options())) {
            case CompilationResult.Compiled result -> result.policy();
            case CompilationResult.Rejected rejected ->
                throw new CommandFailure(ExitCode.BAD_POLICY, source.lines(rejected.issues()));
        };
    }

    private static DecisionRequest read(Source source, Format format) {
        return switch (format.readRequest(source.content())) {
            case RequestReading.Read read -> read.request();
            case RequestReading.Refused refused ->
                throw new CommandFailure(ExitCode.BAD_REQUEST, source.lines(refused.issues()));
        };
    }

    static DecisionRequest timed(DecisionRequest request, PointInTime time) {
        return new DecisionRequest(
                request.individual().stream().map(time::addTo).toList(),
                request.returnPolicyIds(),
                request.combinedDecision());
    }

    private void explain(DecisionRequest asked, CompiledPolicy compiled) {
        PrintWriter err = spec.commandLine().getErr();
        int number = 0;
        for (var individual : asked.individual()) {
            number++;
            if (asked.individual().size() > 1) {
                err.println("request " + number + ":");
            }
            ExplanationText.lines(compiled.explain(individual)).forEach(err::println);
        }
        err.flush();
    }
}
