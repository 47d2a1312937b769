package no.klarert.server.policy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.klarert.policy.AttributeSources;
import no.klarert.policy.CompilationResult;
import no.klarert.policy.CompiledPolicy;
import no.klarert.policy.CompilerOptions;
import no.klarert.policy.Issue;
import no.klarert.policy.PolicyCompiler;
import no.klarert.policy.PolicyLibrary;
import no.klarert.policy.wire.DecisionRequest;
import no.klarert.policy.wire.Decisions;
import no.klarert.policy.wire.RequestReading;
import no.klarert.policy.wire.ResponseReading;

/** Runs conformance cases. A referenced policy that is refused is left out, as the cases want it. */
final class IndexedRun {
    private static final String RESPONSE = "response";

    private final Path index;
    private final CompilerOptions options;
    private final PointInTime time;

    private IndexedRun(Path index, CompilerOptions options, PointInTime time) {
        this.index = index;
        this.options = options;
        this.time = time;
    }

    /** @param index the file that names the cases */
    static SuiteResult run(Path index, IndexedCases cases, CompilerOptions options, PointInTime time) {
        var run = new IndexedRun(index.toAbsolutePath(), options, time);
        return new SuiteResult(
                cases.name(),
                cases.cases().stream()
                        .map(each -> CaseResult.timed(each.id(), () -> run.outcome(each)))
                        .toList());
    }

    private CaseResult.Outcome outcome(IndexedCases.Case each) {
        if (each.skip().isPresent()) {
            return new CaseResult.Skipped(each.skip().get());
        }
        try {
            var library = PolicyLibrary.of(
                    each.library().stream().map(name -> read(name).content()).toList(), options);
            var policy = read(each.policy());
            return switch (PolicyCompiler.compile(policy.content(), options.library(library))) {
                case CompilationResult.Rejected rejected -> refused(each, "policy", policy.lines(rejected.issues()));
                case CompilationResult.Compiled compiled -> answer(each, compiled.policy());
            };
        } catch (CommandFailure unreadable) {
            return new CaseResult.Unusable(unreadable.lines());
        }
    }

    private Source read(String name) {
        return SourceFiles.read(index.resolveSibling(SourceFiles.path(name)).normalize(), name);
    }

    private static CaseResult.Outcome refused(IndexedCases.Case each, String what, List<String> issues) {
        return each.accept().contains(what + "-refused")
                ? new CaseResult.Passed()
                : new CaseResult.Failed(List.of("the " + what + " is refused"), issues);
    }

    private CaseResult.Outcome answer(IndexedCases.Case each, CompiledPolicy policy) {
        if (!each.accept().contains(RESPONSE)) {
            var accepted = String.join(" or ", each.accept());
            return new CaseResult.Failed(List.of("expected " + accepted + ", but the policy was accepted"), List.of());
        }
        var request = read(named(each.request(), "request"));
        return switch (Format.of(request.content()).readRequest(request.content())) {
            case RequestReading.Refused refused -> refused(each, "request", request.lines(refused.issues()));
            case RequestReading.Read read -> answer(each, policy, EvalCommand.timed(read.request(), time));
        };
    }

    private static String named(Optional<String> file, String key) {
        return file.orElseThrow(() -> CommandFailure.badUse("the index names no `" + key + "`"));
    }

    private CaseResult.Outcome answer(IndexedCases.Case each, CompiledPolicy policy, DecisionRequest request) {
        var response = read(named(each.response(), RESPONSE));
        return switch (Format.of(response.content()).readResponse(response.content())) {
            case ResponseReading.Refused refused -> unreadable(response, refused.issues());
            case ResponseReading.Read read -> {
                var came = Decisions.of(request, policy, AttributeSources.NONE);
                var differences = ResponseComparison.of(read.decisions(), came);
                yield differences.isEmpty()
                        ? new CaseResult.Passed()
                        : new CaseResult.Failed(differences, explained(policy, request));
            }
        };
    }

    private static CaseResult.Outcome unreadable(Source response, List<Issue> issues) {
        return new CaseResult.Failed(List.of("the expected response cannot be read"), response.lines(issues));
    }

    private static List<String> explained(CompiledPolicy policy, DecisionRequest request) {
        var lines = new ArrayList<String>();
        for (var individual : request.individual()) {
            lines.addAll(ExplanationText.lines(policy.explain(individual), TestFileRun.EXPLAINED));
        }
        return lines;
    }
}
