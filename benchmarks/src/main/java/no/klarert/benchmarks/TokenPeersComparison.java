package no.klarert.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The token endpoint beside those of other servers, under the same load on the same processor. */
final class TokenPeersComparison implements Comparison {
    private static final int BITS = 2048;
    private static final int REQUESTS = 3_000;
    private static final int TARGET = 5;

    @Override
    public List<Verdict> run(PrintStream out) {
        Processor.OF_OTHERS.keepThisProcess();
        var peers = Path.of(System.getProperty("klarert.home"), "benchmarks", "target", "peers");
        double mock = perSecond(new MockServer(peers.resolve("mock")), out);
        double keycloak = perSecond(new KeycloakServer(KeycloakServer.unpackedIn(peers.resolve("keycloak"))), out);
        double klarert = perSecond(new KlarertServer(), out);
        out.printf(
                Locale.ROOT,
                "Klarert %.0f/s, Keycloak %.0f/s, mock-oauth2-server (which verifies nothing) %.0f/s%n",
                klarert,
                keycloak,
                mock);
        return List.of(
                Verdict.atLeast("token-peers-keycloak", klarert / keycloak, "x", TARGET),
                Verdict.atLeast("token-peers-mock", klarert / mock, "x", 1));
    }

    private static double perSecond(TokenServer.Kind kind, PrintStream out) {
        return new TokenLoad(kind, BITS, out).best(REQUESTS).perSecond();
    }
}
