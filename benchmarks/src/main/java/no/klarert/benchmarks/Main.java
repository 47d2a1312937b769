package no.klarert.benchmarks;

import java.util.Map;
import java.util.TreeMap;

/**
 * Runs a comparison by name. It prints what it measures and ends with one line per verdict; the exit code tells whether it could
 * measure, not whether a target was met.
 */
public final class Main {
    private static final Map<String, Comparison> COMPARISONS = new TreeMap<>(Map.of(
            "engine",
            ScenarioComparison.ofPreparedRequests(),
            "engine-json",
            ScenarioComparison.ofJson(),
            "engine-growth",
            GrowthComparison.upTo(1_000),
            "engine-growth-10000",
            GrowthComparison.upTo(10_000),
            "engine-compile",
            new CompileComparison(),
            "token-http",
            new TokenComparison(),
            "token-peers",
            new TokenPeersComparison(),
            "token-revocation",
            new RevocationDelay()));

    private Main() {}

    public static void main(String[] arguments) {
        var comparison = arguments.length == 1 ? COMPARISONS.get(arguments[0]) : null;
        if (comparison == null) {
            System.err.println("usage: benchmarks/run " + String.join("|", COMPARISONS.keySet()));
            System.exit(2);
            return;
        }
        comparison.run(System.out).stream().map(Verdict::line).forEach(System.out::println);
    }
}
