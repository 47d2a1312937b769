package no.klarert.benchmarks;

import java.io.PrintStream;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Time and bytes of one decision on the typical policy, ours and AuthzForce's, for each scenario. */
final class ScenarioComparison implements Comparison {
    private static final int ROUNDS = 2;
    private static final String ROW = "%-28s %11s %11s %9s %11s %11s%n";

    private final Class<?> benchmarks;
    private final BiConsumer<byte[], List<Question>> agreement;
    private final Function<Map<Scenario, Pair>, List<Verdict>> verdicts;

    /**
     * @param benchmarks has methods {@code klarert}, {@code authzForce} and {@code nothing} and the scenario as parameter
     * @param agreement throws if the engines do not agree
     */
    private ScenarioComparison(
            Class<?> benchmarks,
            BiConsumer<byte[], List<Question>> agreement,
            Function<Map<Scenario, Pair>, List<Verdict>> verdicts) {
        this.benchmarks = benchmarks;
        this.agreement = agreement;
        this.verdicts = verdicts;
    }

    static ScenarioComparison ofPreparedRequests() {
        return new ScenarioComparison(
                EngineBenchmark.class,
                Agreement::check,
                pairs -> List.of(
                        Verdict.atLeast("engine-slowest-request", slowest(pairs.values()), "x", 10),
                        Verdict.atMost("engine-allocation", hungriest(pairs.values()), "bytes", 200),
                        Verdict.atLeast("engine", inTurn(pairs), "x", 10)));
    }

    static ScenarioComparison ofJson() {
        return new ScenarioComparison(
                JsonBenchmark.class,
                Agreement::checkJson,
                pairs -> List.of(
                        Verdict.atLeast("engine-json-slowest-request", slowest(pairs.values()), "x", 20),
                        Verdict.atLeast("engine-json", inTurn(pairs), "x", 20)));
    }

    @Override
    public List<Verdict> run(PrintStream out) {
        for (var scenario : Scenario.values()) {
            agreement.accept(scenario.policy(), scenario.questions());
        }
        out.printf(ROW, "one decision", "Klarert", "AuthzForce", "ratio", "Klarert", "AuthzForce");
        var pairs = new EnumMap<Scenario, Pair>(Scenario.class);
        for (int round = 0; round < ROUNDS; round++) {
            for (var scenario : Scenario.values()) {
                pairs.merge(scenario, pair(scenario), Pair::and);
            }
        }
        pairs.forEach((scenario, pair) -> print(scenario, pair, out));
        out.printf(ROW, "nothing", Figures.nanoseconds(measure("nothing", Scenario.ALL_IN_TURN)), "", "", "", "");
        out.println("Throughput is that of all requests in turn; the slowest request is judged beside it.");
        return verdicts.apply(pairs);
    }

    private Pair pair(Scenario scenario) {
        return new Pair(measure("klarert", scenario), measure("authzForce", scenario));
    }

    private Measurement measure(String method, Scenario scenario) {
        return Jmh.SHORT.run(benchmarks, method, Map.of("scenario", scenario.name()));
    }

    private static void print(Scenario scenario, Pair pair, PrintStream out) {
        out.printf(
                ROW,
                Figures.words(scenario),
                Figures.nanoseconds(pair.ours()),
                Figures.nanoseconds(pair.theirs()),
                Figures.times(pair.ratio()),
                Figures.bytes(pair.ours().bytes()),
                Figures.bytes(pair.theirs().bytes()));
    }

    /** The throughput over different requests, none of them chosen. */
    private static double inTurn(Map<Scenario, Pair> pairs) {
        return Objects.requireNonNull(pairs.get(Scenario.ALL_IN_TURN)).ratio();
    }

    private static double slowest(Collection<Pair> pairs) {
        return pairs.stream().mapToDouble(Pair::ratio).min().orElseThrow();
    }

    private static double hungriest(Collection<Pair> pairs) {
        return pairs.stream().mapToDouble(pair -> pair.ours().bytes()).max().orElseThrow();
    }
}
