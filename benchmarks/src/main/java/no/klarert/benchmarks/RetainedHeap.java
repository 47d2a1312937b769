package no.klarert.benchmarks;

import no.klarert.policy.CompiledPolicy;

/** What compiled policies keep of the heap. */
final class RetainedHeap {
    private static final int POLICIES = 2_000;

    private RetainedHeap() {}

    /** Bytes that are held for one of many different policies, by everything that is reachable from it. */
    static double perPolicy() {
        keep(POLICIES / 10); // what all policies share is there after this
        long before = used();
        var kept = keep(POLICIES);
        long after = used();
        return (double) (after - before) / kept.length;
    }

    private static CompiledPolicy[] keep(int policies) {
        var kept = new CompiledPolicy[policies];
        for (int i = 0; i < policies; i++) {
            kept[i] = Klarert.compile(TypicalPolicy.xml(i));
        }
        return kept;
    }

    private static long used() {
        var runtime = Runtime.getRuntime();
        for (int i = 0; i < 5; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
