package no.klarert.server.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.klarert.policy.CompilationResult;
import no.klarert.policy.CompiledPolicy;
import no.klarert.policy.PolicyCompiler;
import no.klarert.policy.PolicyLibrary;

/** Runs the cases of a test file. */
final class TestFileRun {
    /** Lines of an explanation that are printed below a failed case. */
    static final int EXPLAINED = 200;

    private TestFileRun() {}

    static SuiteResult run(TestFile file) {
        try {
            var options = file.options().library(library(file));
            return switch (PolicyCompiler.compile(file.policy().content(), options)) {
                case CompilationResult.Compiled compiled -> run(file, compiled.policy());
                case CompilationResult.Rejected rejected ->
                    refused(file, file.policy().lines(rejected.issues()));
            };
        } catch (CommandFailure failure) {
            return refused(file, failure.lines());
        }
    }

    private static PolicyLibrary library(TestFile file) {
        return file.library().isEmpty() ? PolicyLibrary.EMPTY : CompilerChoices.library(file.library(), file.options());
    }

    /** One failure that says why, and no case is run. */
    private static SuiteResult refused(TestFile file, List<String> issues) {
        var failed = CaseResult.timed(
                "the policy compiles", () -> new CaseResult.Failed(List.of("the policy is refused"), issues));
        var skipped = file.cases().stream()
                .map(each -> CaseResult.timed(each.name(), () -> new CaseResult.Skipped("the policy is refused")));
        return new SuiteResult(
                file.title(), Stream.concat(Stream.of(failed), skipped).toList());
    }

    private static SuiteResult run(TestFile file, CompiledPolicy policy) {
        return new SuiteResult(
                file.title(),
                file.cases().stream()
                        .map(each -> CaseResult.timed(each.name(), () -> outcome(file, each, policy)))
                        .toList());
    }

    private static CaseResult.Outcome outcome(TestFile file, TestFile.Case each, CompiledPolicy policy) {
        if (each.skip().isPresent()) {
            return new CaseResult.Skipped(each.skip().get());
        }
        var differences = Comparison.of(each.expected(), policy.evaluate(each.request()));
        if (differences.isEmpty()) {
            return new CaseResult.Passed();
        }
        var details = new ArrayList<String>();
        details.add("at " + Words.shown(file.source().name()) + ":" + each.at().line());
        Hints.of(each.request(), policy).forEach(hint -> details.add("hint: " + hint));
        details.addAll(ExplanationText.lines(policy.explain(each.request()), EXPLAINED));
        return new CaseResult.Failed(differences, details);
    }
}
