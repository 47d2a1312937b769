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

/**
 * Rounds of token requests at one server. The server has a processor of its own; the load and PostgreSQL share another. Each round's
 * assertions are signed before it.
 */
record TokenLoad(TokenServer.Kind kind, int bits, PrintStream out) {
    private static final int CONNECTIONS = 16;
    private static final int WARM_UPS = 3;
    private static final int ROUNDS = 4;

    /**
     * One round of requests.
     *
     * @param millisecondsEach of processor time that the server used for each
     */
    record Round(double perSecond, double millisecondsEach) {}

    /** The best of several rounds: whatever else the machine does can only slow one down. */
    Round best(int requests) {
        try (var database =
                EmbeddedPostgres.builder().setLocaleConfig("locale", "C.UTF-8").start()) {
            var folder = Files.createTempDirectory("klarert-token-load");
            var keys = Keys.generate(bits);
            var setting = new TokenServer.Setting(
                    database.getJdbcUrl("postgres", "postgres"), folder, Keys.publicJwk(keys), bits);
            try (var server = kind.start(setting)) {
                var signer = new AssertionSigner(server.audience(), server.client(), server.scope(), keys);
                return rounds(server, signer, requests);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Round rounds(TokenServer server, AssertionSigner signer, int requests) {
        List<Round> measured = new ArrayList<>();
        for (int i = 0; i < WARM_UPS + ROUNDS; i++) {
            var round = round(server, signer, requests);
            if (i >= WARM_UPS) {
                measured.add(round);
            }
        }
        return measured.stream()
                .max(Comparator.comparingDouble(Round::perSecond))
                .orElseThrow();
    }

    private Round round(TokenServer server, AssertionSigner signer, int requests) {
        var forms = server.forms(signer.sign(requests));
        var before = server.process().processorTime();
        var outcome = new HttpLoad(server.endpoint(), CONNECTIONS).post(forms);
        Duration used = server.process().processorTime().minus(before);
        var round = new Round(outcome.perSecond(), (double) used.toMillis() / requests);
        out.printf(
                Locale.ROOT,
                "  %s RSA-%d: %d requests, %.0f/s, p50 %.1f ms, p99 %.1f ms, processor %.2f ms each, busy %.0f %%%n",
                kind.name(),
                bits,
                requests,
                outcome.perSecond(),
                outcome.millisecondsAt(0.5),
                outcome.millisecondsAt(0.99),
                round.millisecondsEach(),
                100.0 * used.toMillis() / outcome.elapsed().toMillis());
        return round;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
