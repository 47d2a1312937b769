package no.klarert.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.klarert.benchmarks.PolicyText.ResourceNamed;

/**
 * How the time of a decision grows with the number of policies in a set, for policies that name their resource in their target
 * and for such that leave it to their rules. The worst set counts, against the policy without a set.
 */
final class GrowthComparison implements Comparison {
    private static final int ROUNDS = 2;
    private static final int NO_SET = 0;
    private static final List<Integer> SIZES = List.of(NO_SET, 1, 10, 100, 1_000, 10_000);
    private static final String ROW = "%-18s %9s %11s %10s %10s %11s%n";

    /** The largest set that AuthzForce is asked about; its time grows with the set. */
    private final int largestOfTheirs;

    private GrowthComparison(int largestOfTheirs) {
        this.largestOfTheirs = largestOfTheirs;
    }

    static GrowthComparison upTo(int largestOfTheirs) {
        return new GrowthComparison(largestOfTheirs);
    }

    @Override
    public List<Verdict> run(PrintStream out) {
        out.printf(ROW, "resource named", "policies", "Klarert", "of policy", "of 1", "AuthzForce");
        double worst = 0;
        for (var named : ResourceNamed.values()) {
            SIZES.stream()
                    .filter(size -> size <= largestOfTheirs)
                    .map(size -> new GrowingSet(named, size))
                    .forEach(set -> Agreement.check(set.xml(), set.questions()));
            worst = Math.max(worst, growth(named, out));
        }
        out.println("The worst of these counts, against a policy without a set.");
        return List.of(Verdict.atMost("engine-growth", worst, "x", 1.3));
    }

    /** Prints a line per size and gives the largest growth. */
    private double growth(ResourceNamed named, PrintStream out) {
        var ours = alternating(named);
        double worst = 0;
        for (int i = 0; i < SIZES.size(); i++) {
            double growth = ours.get(i).over(ours.get(0));
            out.printf(
                    ROW,
                    Figures.words(named),
                    SIZES.get(i) == NO_SET ? "no set" : SIZES.get(i),
                    Figures.nanoseconds(ours.get(i)),
                    Figures.times(growth),
                    Figures.times(ours.get(i).over(ours.get(1))),
                    SIZES.get(i) <= largestOfTheirs
                            ? Figures.nanoseconds(measure("authzForce", new GrowingSet(named, SIZES.get(i))))
                            : "");
            worst = Math.max(worst, growth);
        }
        return worst;
    }

    /** Our measurements, in the order of the sizes. */
    private static List<Measurement> alternating(ResourceNamed named) {
        var measured = new ArrayList<Measurement>();
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < SIZES.size(); i++) {
                var measurement = measure("klarert", new GrowingSet(named, SIZES.get(i)));
                if (round == 0) {
                    measured.add(measurement);
                } else {
                    measured.set(i, measured.get(i).and(measurement));
                }
            }
        }
        return measured;
    }

    private static Measurement measure(String method, GrowingSet set) {
        return Jmh.SHORT.run(
                GrowthBenchmark.class,
                method,
                Map.of(
                        "policies",
                        String.valueOf(set.policies()),
                        "named",
                        set.named().name()));
    }
}
