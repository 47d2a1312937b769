package no.klarert.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import no.klarert.issuer.DelegationSource;
import no.klarert.storage.InstallationFacts;
import no.klarert.storage.Transactions;

/**
 * The registers whose delegations a scope may rely on (Maskinporten §6.4): the installation's own Altinn face, {@code altinn}, and
 * further names for it that the operator states.
 */
final class DelegationSources {
    static final String OWN = "altinn";
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");

    private DelegationSources() {}

    /** A source by another name than the installation's own, such as that of the environment that scopes were copied from. */
    record Named(String name, String issuer) {
        /** Reads {@code name=issuer}. */
        static Named parse(String text) {
            int equals = text.indexOf('=');
            var named = new Named(
                    text.substring(0, Math.max(0, equals)).strip(),
                    text.substring(equals + 1).strip());
            if (!NAME.matcher(named.name).matches() || !isIssuer(named.issuer)) {
                throw new IllegalArgumentException(text);
            }
            return named;
        }

        private static boolean isIssuer(String text) {
            try {
                var uri = new URI(text);
                return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                        && uri.getHost() != null
                        && uri.getRawQuery() == null
                        && uri.getRawFragment() == null;
            } catch (URISyntaxException e) {
                return false;
            }
        }
    }

    /** Reads names and issuers, with commas between; each name and each issuer once, and none named {@code altinn}. */
    static List<Named> parse(String text) {
        List<Named> sources = new ArrayList<>();
        Set<String> seen = new HashSet<>(Set.of(OWN));
        for (var each : text.split(",", -1)) {
            var named = Named.parse(each);
            if (!seen.add(named.name()) || !seen.add(named.issuer())) {
                throw new IllegalArgumentException(text);
            }
            sources.add(named);
        }
        return List.copyOf(sources);
    }

    /** The installation's sources, its own first. Since when each exists is remembered from the first start that has it. */
    static List<DelegationSource> of(
            Addresses addresses,
            List<Named> further,
            Transactions transactions,
            InstallationFacts facts,
            InstantSource clock) {
        List<Named> all = new ArrayList<>(List.of(new Named(OWN, addresses.platform())));
        further.stream()
                .filter(each -> !each.issuer().equals(addresses.platform()))
                .forEach(all::add);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return transactions.run(transaction -> all.stream()
                .map(each -> {
                    var fact = "delegation-source " + each.name() + " " + each.issuer();
                    facts.record(transaction, fact, now.toString());
                    var since =
                            facts.find(transaction, fact).map(Instant::parse).orElse(now);
                    return new DelegationSource(each.name(), each.issuer(), since);
                })
                .toList());
    }
}
