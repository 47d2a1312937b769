package no.klarert.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** How long after a grant was revoked at one node another still issues tokens for it. */
final class RevocationDelay implements Comparison {
    private static final int REVOCATIONS = 100;
    private static final int TARGET_MILLIS = 500;
    private static final long LONGEST_NANOS = 10_000_000_000L;

    @Override
    public List<Verdict> run(PrintStream out) {
        Processor.OF_OTHERS.keepThisProcess();
        try (var database = EmbeddedPostgres.builder()
                        .setLocaleConfig("locale", "C.UTF-8")
                        .start();
                var nodes = new RevocationNodes(
                        database.getJdbcUrl("postgres", "postgres"),
                        Files.createTempDirectory("klarert-revocation"),
                        Keys.generate(2048))) {
            return List.of(Verdict.atMost("token-revocation", measure(nodes, out), "ms", TARGET_MILLIS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double measure(RevocationNodes nodes, PrintStream out) {
        var delays = new double[REVOCATIONS];
        for (int i = 0; i < REVOCATIONS; i++) {
            await(nodes::firstAccepts);
            await(nodes::secondAccepts);
            nodes.revoke();
            long revoked = System.nanoTime();
            if (nodes.firstAccepts()) {
                throw new IllegalStateException("the node that revoked the grant still issues tokens");
            }
            await(() -> !nodes.secondAccepts());
            delays[i] = (System.nanoTime() - revoked) / 1e6;
            nodes.grant();
        }
        Arrays.sort(delays);
        double p99 = delays[REVOCATIONS * 99 / 100 - 1];
        out.printf(
                Locale.ROOT,
                "%d revocations, refused at once where told; at the other node after p50 %.0f ms, p99 %.0f ms, max %.0f ms%n",
                REVOCATIONS,
                delays[REVOCATIONS / 2 - 1],
                p99,
                delays[REVOCATIONS - 1]);
        return p99;
    }

    private static void await(BooleanSupplier condition) {
        long latest = System.nanoTime() + LONGEST_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > latest) {
                throw new IllegalStateException("the other node does not follow");
            }
        }
    }
}
