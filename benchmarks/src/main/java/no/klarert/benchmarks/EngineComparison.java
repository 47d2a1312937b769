package no.klarert.benchmarks;

import java.io.PrintStream;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Time and bytes of one decision on the typical policy, ours and AuthzForce's. The worst scenario counts. */
final class EngineComparison implements Comparison {
    private static final int ROUNDS = 2;
    private static final String ROW = "%-28s %11s %11s %7s %11s %11s%n";

    @Override
    public List<Verdict> run(PrintStream out) {
        for (var scenario : Scenario.values()) {
            Agreement.check(scenario.policy(), scenario.questions());
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
        return verdicts(pairs.values());
    }

    private static Pair pair(Scenario scenario) {
        return new Pair(measure("klarert", scenario), measure("authzForce", scenario));
    }

    private static Measurement measure(String method, Scenario scenario) {
        return Jmh.SHORT.run(EngineBenchmark.class, method, Map.of("scenario", scenario.name()));
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

    private static List<Verdict> verdicts(Collection<Pair> pairs) {
        double slowest = pairs.stream().mapToDouble(Pair::ratio).min().orElseThrow();
        double hungriest =
                pairs.stream().mapToDouble(pair -> pair.ours().bytes()).max().orElseThrow();
        return List.of(
                Verdict.atLeast("engine", slowest, "x", 10),
                Verdict.atMost("engine-allocation", hungriest, "bytes", 200));
    }
}
