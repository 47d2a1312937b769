package no.klarert.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The token endpoint over HTTP beside what the cryptography alone would allow. The server has a processor of its own; the load and
 * PostgreSQL share another.
 */
final class TokenComparison implements Comparison {
    private static final int CONNECTIONS = 16;
    private static final int WARM_UPS = 3;
    private static final int ROUNDS = 4;
    private static final double SECONDS_PER_ROUND = 6;
    private static final int TARGET_PERCENT = 75;

    @Override
    public List<Verdict> run(PrintStream out) {
        Processor.OF_OTHERS.keepThisProcess();
        return Stream.of(2048, 3072).map(bits -> measure(bits, out)).toList();
    }

    private static Verdict measure(int bits, PrintStream out) {
        var before = CryptographicBound.measure(bits, Processor.OF_SERVER);
        var best = load(bits, before, out);
        double bound = Math.max(before, CryptographicBound.measure(bits, Processor.OF_SERVER));
        out.printf(
                Locale.ROOT,
                "RSA-%d: one signature and one verification %.0f/s, tokens %.0f/s, %.2f ms of the processor each%n",
                bits,
                bound,
                best.perSecond(),
                best.millisecondsEach());
        return Verdict.atLeast("token-http-" + bits, 100 * best.perSecond() / bound, "% of the bound", TARGET_PERCENT);
    }

    /**
     * One round of requests.
     *
     * @param millisecondsEach of processor time that the server used for each
     */
    private record Round(double perSecond, double millisecondsEach) {}

    private static Round load(int bits, double bound, PrintStream out) {
        try (var database =
                EmbeddedPostgres.builder().setLocaleConfig("locale", "C.UTF-8").start()) {
            var folder = Files.createTempDirectory("klarert-token-load");
            var keys = Keys.generate(bits);
            try (var server = TokenServer.start(
                    database.getJdbcUrl("postgres", "postgres"), folder, Keys.publicJwk(keys), bits, jvmOptions())) {
                var signer = new AssertionSigner(server.issuer(), TokenServer.CLIENT, TokenServer.SCOPE, keys);
                return rounds(server, signer, (int) (bound * SECONDS_PER_ROUND), out);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For looking closer: {@code -Dserver.jvm=...}, parted by commas. */
    private static List<String> jvmOptions() {
        var options = System.getProperty("server.jvm", "");
        return options.isEmpty() ? List.of() : List.of(options.split(","));
    }

    /** The best counts: whatever else the machine does can only slow a round down. */
    private static Round rounds(TokenServer server, AssertionSigner signer, int requests, PrintStream out) {
        List<Round> measured = new ArrayList<>();
        for (int i = 0; i < WARM_UPS + ROUNDS; i++) {
            var round = round(server, signer, requests, out);
            if (i >= WARM_UPS) {
                measured.add(round);
            }
        }
        return measured.stream()
                .max(Comparator.comparingDouble(Round::perSecond))
                .orElseThrow();
    }

    private static Round round(TokenServer server, AssertionSigner signer, int requests, PrintStream out) {
        var forms = signer.sign(requests).stream().map(TokenComparison::form).toList();
        var before = server.processorTime();
        var outcome = new HttpLoad(server.tokenEndpoint(), CONNECTIONS).post(forms);
        Duration used = server.processorTime().minus(before);
        var round = new Round(outcome.perSecond(), (double) used.toMillis() / requests);
        out.printf(
                Locale.ROOT,
                "  %d requests, %.0f/s, p50 %.1f ms, p99 %.1f ms, processor %.2f ms each, busy %.0f %%%n",
                requests,
                outcome.perSecond(),
                outcome.millisecondsAt(0.5),
                outcome.millisecondsAt(0.99),
                round.millisecondsEach(),
                100.0 * used.toMillis() / outcome.elapsed().toMillis());
        return round;
    }

    private static String form(String assertion) {
        return "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=" + assertion;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
