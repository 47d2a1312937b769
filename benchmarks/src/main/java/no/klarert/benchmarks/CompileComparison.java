package no.klarert.benchmarks;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** How many typical policies are compiled in a second, and what each keeps of the heap. */
final class CompileComparison implements Comparison {
    private static final int ROUNDS = 2;

    /** One thread with a collector that stops it: what one core can do. */
    private static final String[] ONE_CORE = {"-XX:+UseSerialGC"};

    @Override
    public List<Verdict> run(PrintStream out) {
        out.printf("source          %11s%n", Figures.bytes(TypicalPolicy.xml(0).length));
        out.printf("kept per policy %11s%n", Figures.bytes(RetainedHeap.perPolicy()));
        var klarert = measure("klarert");
        for (int round = 1; round < ROUNDS; round++) {
            klarert = klarert.and(measure("klarert"));
        }
        out.printf("compiling       %11s %11s%n", Figures.nanoseconds(klarert), Figures.bytes(klarert.bytes()));
        out.printf("nothing         %11s%n", Figures.nanoseconds(measure("nothing")));
        return List.of(Verdict.atLeast("engine-compile", 1e9 / klarert.nanoseconds(), "policies/s", 2_000));
    }

    private static Measurement measure(String method) {
        return Jmh.LONG.run(CompileBenchmark.class, method, Map.of(), ONE_CORE);
    }
}
