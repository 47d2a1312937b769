package no.klarert.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.klarert.issuer.IssuerName;
import no.klarert.issuer.KeySettings;
import no.klarert.issuer.KeystoreKey;
import no.klarert.vocabulary.OrgNumber;

/**
 * Everything an installation is configured with, read once at start.
 *
 * @param operator the organisation that runs the installation and owns the platform's own scopes and resources
 * @param operatorName what the portal calls it
 * @param clientCertificates where the proxies that end TLS put the client's certificate; empty if they do not
 * @param tolerated what production mode is to tolerate, by name
 */
record KlarertConfig(
        Mode mode,
        Network network,
        Database database,
        Issuing issuing,
        Limits limits,
        CertificateConfig certificates,
        OrgNumber operator,
        Optional<String> operatorName,
        boolean testLogin,
        Optional<ClientCertificateHeader> clientCertificates,
        Set<String> tolerated) {
    static final OrgNumber DEFAULT_OPERATOR = new OrgNumber("991825827");
    private static final int MOST_CALLS = 1_000_000;

    /** What the installation is for. Production refuses what only suits a twin, unless it is allowed by name. */
    enum Mode {
        TWIN,
        PRODUCTION
    }

    /**
     * @param operationsPort serves health; 0 takes a free one, as for {@code port}
     * @param baseUrl what clients reach the port under, without a trailing slash; derived from the port if empty
     * @param trustedProxies whose {@code X-Forwarded-For} is believed
     */
    record Network(String host, int port, int operationsPort, Optional<URI> baseUrl, TrustedProxies trustedProxies) {}

    /** @param url JDBC URL of a PostgreSQL server; empty for the embedded one under the data directory */
    record Database(Optional<String> url, Optional<String> user, Optional<Secret> password, int poolSize) {}

    /**
     * @param keys how signing keys are made and follow each other
     * @param keystore where the signing keys of some issuers come from in place of the store
     * @param sealingKey the 32-byte key, in base64, that seals private keys at rest; empty for a file under the data directory
     * @param tokenLifetime seconds, for clients that state none
     * @param delegationSources further names of the register of API delegations
     */
    record Issuing(
            KeySettings keys,
            Optional<Keystore> keystore,
            Optional<Secret> sealingKey,
            int tokenLifetime,
            List<DelegationSources.Named> delegationSources) {
        Issuing {
            delegationSources = List.copyOf(delegationSources);
        }
    }

    /**
     * @param file the keystore, or for a token the configuration of Java's PKCS#11 provider
     * @param keys of the issuers that sign with keys from there, at least one
     */
    record Keystore(KeystoreType type, Path file, Optional<Secret> password, Map<IssuerName, List<KeystoreKey>> keys) {}

    /** The kinds of keystore. */
    enum KeystoreType {
        PKCS12,
        PKCS11
    }

    /**
     * How often the token endpoint and the administration interfaces may be called, on each node.
     *
     * @param address by one IPv4 address or one /64 network of IPv6; empty for as often as it likes
     * @param client by one client that has proved who it is
     * @param failureCost how many calls of an address a failed proof counts for
     */
    record Limits(Optional<Rate> address, Optional<Rate> client, int failureCost) {}

    /** So many a second in the long run, and {@code burst} at once, both from 1. */
    record Rate(int perSecond, int burst) {}

    /** A secret; never printed. */
    record Secret(String value) {
        @Override
        public String toString() {
            return "*****";
        }
    }

    /** Reads every key; an unknown, malformed or contradictory one stops the start. */
    static KlarertConfig from(Settings settings) {
        var mode = settings.value("mode", KlarertConfig::mode, "twin or production")
                .orElse(Mode.TWIN);
        var network = new Network(
                settings.text("host").orElse("0.0.0.0"),
                settings.integer("port", 8080, 0, 65_535),
                settings.integer("operations-port", 8081, 0, 65_535),
                settings.value("base-url", KlarertConfig::baseUrl, "an absolute http or https URL"),
                settings.value(
                                "network.trusted-proxies",
                                TrustedProxies::parse,
                                "IP addresses or ranges such as 10.0.0.0/8, separated by commas")
                        .orElse(TrustedProxies.NONE));
        var database = new Database(
                settings.text("database.url"),
                settings.text("database.user"),
                settings.secret("database.password").map(Secret::new),
                settings.integer("database.pool-size", 16, 2, 500));
        var issuing = IssuingSettings.read(settings);
        var limits = limits(settings, mode);
        var certificates = CertificateConfig.from(settings, mode);
        var operator = settings.value("operator", OrgNumber::new, "an organisation number")
                .orElse(DEFAULT_OPERATOR);
        var operatorName = settings.text("operator-name");
        boolean testLogin = settings.flag("test-login", mode == Mode.TWIN);
        var clientCertificates = clientCertificates(settings, network.trustedProxies());
        var allowed = Set.copyOf(settings.text("production.allow")
                .map(text -> List.of(text.split(",")))
                .orElse(List.of()));
        settings.refuseUnknown();
        var config = new KlarertConfig(
                mode,
                network,
                database,
                issuing,
                limits,
                certificates,
                operator,
                operatorName,
                testLogin,
                clientCertificates,
                allowed);
        if (mode == Mode.PRODUCTION) {
            config.refuseWhatSuitsOnlyATwin();
        }
        return config;
    }

    /** A twin is not limited unless it is asked to be: tests and benchmarks come from one address. */
    private static Limits limits(Settings settings, Mode mode) {
        boolean open = mode == Mode.PRODUCTION;
        return new Limits(
                rate(settings, "limits.address", open ? 200 : 0, 2_000),
                rate(settings, "limits.client", open ? 100 : 0, 1_000),
                settings.integer("limits.failed-authentication-cost", 20, 1, 1_000));
    }

    private static Optional<Rate> rate(Settings settings, String key, int usual, int usualBurst) {
        int perSecond = settings.integer(key + "-rate", usual, 0, MOST_CALLS);
        int burst = settings.integer(key + "-burst", usualBurst, 1, MOST_CALLS);
        return perSecond == 0 ? Optional.empty() : Optional.of(new Rate(perSecond, burst));
    }

    KlarertConfig with(Network otherNetwork, Database otherDatabase) {
        return new KlarertConfig(
                mode,
                otherNetwork,
                otherDatabase,
                issuing,
                limits,
                certificates,
                operator,
                operatorName,
                testLogin,
                clientCertificates,
                tolerated);
    }

    private void refuseWhatSuitsOnlyATwin() {
        refuseUnlessAllowed(testLogin, "test-login");
        refuseUnlessAllowed(database.url().isEmpty(), "embedded-database");
        refuseUnlessAllowed(issuing.sealingKey().isEmpty(), "generated-sealing-key");
        refuseUnlessAllowed(certificates.revocation() == CertificateConfig.Revocation.OFF, "unchecked-revocation");
        refuseUnlessAllowed(
                network.baseUrl().filter(url -> url.getScheme().equals("https")).isEmpty(), "plain-http");
    }

    /** In production mode only; {@code present} tells whether a world file seeds, or has seeded, the installation. */
    void refuseSeededWorld(boolean present) {
        refuseUnlessAllowed(present, "seeded-world");
    }

    private void refuseUnlessAllowed(boolean present, String what) {
        if (present && !tolerated.contains(what)) {
            throw new ConfigException(
                    "production mode refuses " + what + "; allow it by name in `production.allow` to insist");
        }
    }

    /** A header without proxies that may set it could be sent by anyone. */
    private static Optional<ClientCertificateHeader> clientCertificates(Settings settings, TrustedProxies proxies) {
        var header =
                settings.value("network.client-certificate-header", KlarertConfig::headerName, "the name of a header");
        if (header.isPresent() && proxies.equals(TrustedProxies.NONE)) {
            throw new ConfigException("`network.client-certificate-header` needs `network.trusted-proxies`");
        }
        return header.map(name -> new ClientCertificateHeader(name, proxies));
    }

    private static String headerName(String text) {
        if (!text.matches("[A-Za-z0-9-]{1,64}")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static Mode mode(String text) {
        return switch (text) {
            case "twin" -> Mode.TWIN;
            case "production" -> Mode.PRODUCTION;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static URI baseUrl(String text) {
        var url = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!web || url.getHost() == null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException(text);
        }
        return url;
    }
}
