package no.klarert.server.policy;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** What became of one case. */
record CaseResult(String name, Outcome outcome, Duration took) {
    /** Runs a case and says how long it took. */
    static CaseResult timed(String name, Supplier<Outcome> work) {
        long start = System.nanoTime();
        var outcome = work.get();
        return new CaseResult(name, outcome, Duration.ofNanos(System.nanoTime() - start));
    }

    sealed interface Outcome {}

    record Passed() implements Outcome {}

    /**
     * @param differences what was expected and what came, at least one
     * @param details for whoever looks for the cause: hints and how the decision came about
     */
    record Failed(List<String> differences, List<String> details) implements Outcome {
        Failed {
            differences = List.copyOf(differences);
            details = List.copyOf(details);
        }
    }

    /** It was not run. */
    record Skipped(String reason) implements Outcome {}

    /** The file it should be in cannot be used. */
    record Unusable(List<String> problems) implements Outcome {
        Unusable {
            problems = List.copyOf(problems);
        }
    }
}
