package no.klarert.benchmarks;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The token endpoint over HTTP beside what the cryptography alone would allow. */
final class TokenComparison implements Comparison {
    private static final double SECONDS_PER_ROUND = 6;
    private static final int TARGET_PERCENT = 75;

    @Override
    public List<Verdict> run(PrintStream out) {
        Processor.OF_OTHERS.keepThisProcess();
        return Stream.of(2048, 3072).map(bits -> measure(bits, out)).toList();
    }

    /** The bound is measured before and after; the higher one counts. */
    private static Verdict measure(int bits, PrintStream out) {
        double before = CryptographicBound.measure(bits, Processor.OF_SERVER);
        var best = new TokenLoad(new KlarertServer(), bits, out).best((int) (before * SECONDS_PER_ROUND));
        double bound = Math.max(before, CryptographicBound.measure(bits, Processor.OF_SERVER));
        out.printf(
                Locale.ROOT,
                "RSA-%d: one signature and one verification %.0f/s (%.2f ms), tokens %.0f/s (%.2f ms of the processor)%n",
                bits,
                bound,
                1_000 / bound,
                best.perSecond(),
                best.millisecondsEach());
        return Verdict.atLeast("token-http-" + bits, 100 * best.perSecond() / bound, "% of the bound", TARGET_PERCENT);
    }
}
