package no.klarert.server.policy;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Prints what became of test files: one line for each, everything about each failure, and a summary. */
final class TestReport {
    private final PrintWriter out;
    private final boolean verbose;

    /** @param verbose whether cases that passed or were skipped get a line too */
    TestReport(PrintWriter out, boolean verbose) {
        this.out = out;
        this.verbose = verbose;
    }

    void print(SuiteResult suite) {
        out.println(Words.shown(suite.name()) + ": " + counts(List.of(suite)));
        suite.cases().forEach(this::print);
        if (!verbose) {
            skipped(suite).forEach((reason, number) -> out.println("  skipped " + number + ": " + reason));
        }
        out.flush();
    }

    void summary(List<SuiteResult> suites) {
        long cases = suites.stream().mapToLong(suite -> suite.cases().size()).sum();
        out.println(Words.count(cases, "case") + " in " + Words.count(suites.size(), "file") + ": " + counts(suites));
    }

    private static String counts(List<SuiteResult> suites) {
        var counts = Stream.of(
                        count(suites, CaseResult.Passed.class, "passed"),
                        count(suites, CaseResult.Failed.class, "failed"),
                        count(suites, CaseResult.Skipped.class, "skipped"),
                        count(suites, CaseResult.Unusable.class, "unusable"))
                .filter(text -> !text.startsWith("0 "))
                .toList();
        return counts.isEmpty() ? "nothing to run" : String.join(", ", counts);
    }

    private static String count(List<SuiteResult> suites, Class<? extends CaseResult.Outcome> outcome, String word) {
        return suites.stream().mapToLong(suite -> suite.count(outcome)).sum() + " " + word;
    }

    private void print(CaseResult result) {
        var name = Words.shown(result.name());
        switch (result.outcome()) {
            case CaseResult.Passed passed -> printIfVerbose("  passed  " + name);
            case CaseResult.Skipped skipped ->
                printIfVerbose("  skipped " + name + ": " + Words.shown(skipped.reason()));
            case CaseResult.Unusable unusable -> print("  UNUSABLE " + name, unusable.problems(), List.of());
            case CaseResult.Failed failed -> print("  FAILED  " + name, failed.differences(), failed.details());
        }
    }

    private void printIfVerbose(String line) {
        if (verbose) {
            out.println(line);
        }
    }

    private void print(String heading, List<String> what, List<String> details) {
        out.println(heading);
        what.forEach(line -> out.println("    " + line));
        details.forEach(line -> out.println("      " + line));
    }

    private static Map<String, Integer> skipped(SuiteResult suite) {
        var reasons = new TreeMap<String, Integer>();
        for (var each : suite.cases()) {
            if (each.outcome() instanceof CaseResult.Skipped skipped) {
                reasons.merge(Words.shown(skipped.reason()), 1, Integer::sum);
            }
        }
        return reasons;
    }
}
