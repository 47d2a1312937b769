package no.klarert.benchmarks;

import java.io.PrintStream;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Time and bytes of one decision on the typical policy, ours and AuthzForce's, for each scenario. The worst counts. */
final class ScenarioComparison implements Comparison {
    private static final int ROUNDS = 2;
    private static final String ROW = "%-28s %11s %11s %9s %11s %11s%n";

    private final Class<?> benchmarks;
    private final BiConsumer<byte[], List<Question>> agreement;
    private final Function<Collection<Pair>, List<Verdict>> verdicts;

    /**
     * @param benchmarks has methods {@code klarert}, {@code authzForce} and {@code nothing} and the scenario as parameter
     * @param agreement throws if the engines do not agree
     */
    private ScenarioComparison(
            Class<?> benchmarks,
            BiConsumer<byte[], List<Question>> agreement,
            Function<Collection<Pair>, List<Verdict>> verdicts) {
        this.benchmarks = benchmarks;
        this.agreement = agreement;
        this.verdicts = verdicts;
    }

    static ScenarioComparison ofPreparedRequests() {
        return new ScenarioComparison(
                EngineBenchmark.class,
                Agreement::check,
                pairs -> List.of(
                        Verdict.atLeast("engine", slowest(pairs), "x", 10),
                        Verdict.atMost("engine-allocation", hungriest(pairs), "bytes", 200)));
    }

    static ScenarioComparison ofJson() {
        return new ScenarioComparison(
                JsonBenchmark.class,
                Agreement::checkJson,
                pairs -> List.of(Verdict.atLeast("engine-json", slowest(pairs), "x", 20)));
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
        out.println("The worst of these counts.");
        return verdicts.apply(pairs.values());
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

    private static double slowest(Collection<Pair> pairs) {
        return pairs.stream().mapToDouble(Pair::ratio).min().orElseThrow();
    }

    private static double hungriest(Collection<Pair> pairs) {
        return pairs.stream().mapToDouble(pair -> pair.ours().bytes()).max().orElseThrow();
    }
}
