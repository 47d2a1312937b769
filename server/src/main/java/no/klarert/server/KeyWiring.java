package no.klarert.server;

import java.security.Provider;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import no.klarert.issuer.IssuerException;
import no.klarert.issuer.IssuerKeys;
import no.klarert.issuer.IssuerName;
import no.klarert.issuer.Issuers;
import no.klarert.issuer.KeyRotation;
import no.klarert.issuer.KeySealer;
import no.klarert.issuer.KeySource;
import no.klarert.issuer.KeystoreKey;
import no.klarert.issuer.KeystoreKeys;
import no.klarert.issuer.SigningKeys;

/** Where the issuers' keys come from: the store, or for the issuers that have keys there a keystore. */
final class KeyWiring implements KeySource {
    private final KlarertConfig.Issuing config;
    private final Provider provider;
    private final InstantSource clock;
    private final SigningKeys stored;

    KeyWiring(Stores stores, KlarertConfig.Issuing config, Provider provider, InstantSource clock, KeySealer sealer) {
        this.config = config;
        this.provider = provider;
        this.clock = clock;
        this.stored = new SigningKeys(
                stores.transactions(), stores.signingKeys(), stores.audit(), sealer, provider, clock, config.keys());
    }

    @Override
    public IssuerKeys open(IssuerName issuer) {
        var named = inKeystore().get(issuer);
        return named == null
                ? stored.open(issuer)
                : openKeystore(config.keystore().orElseThrow(), named);
    }

    private IssuerKeys openKeystore(KlarertConfig.Keystore keystore, List<KeystoreKey> named) {
        var password = keystore.password().map(KlarertConfig.Secret::value);
        try {
            return new KeystoreKeys(KeystoreFile.open(keystore), password, provider, config.keys()).open(named);
        } catch (IssuerException e) {
            throw new ConfigException("`issuer.keystore`: in `" + keystore.file() + "`, " + e.getMessage(), e);
        }
    }

    private Map<IssuerName, List<KeystoreKey>> inKeystore() {
        return config.keystore().map(KlarertConfig.Keystore::keys).orElse(Map.of());
    }

    /** The issuers whose keys are in the store and follow each other there. */
    List<IssuerName> rotating() {
        return Arrays.stream(IssuerName.values())
                .filter(issuer -> !inKeystore().containsKey(issuer))
                .toList();
    }

    /** Those of them that have keys: an issuer of test log-ins need not. */
    List<IssuerName> withStoredKeys() {
        return rotating().stream()
                .filter(issuer -> !rotation().list(issuer).isEmpty())
                .toList();
    }

    KeyRotation rotation() {
        return stored.rotation();
    }

    /** How long verifiers may keep a key set. */
    Duration maxAge() {
        return config.keys().maxAge();
    }

    /** Answers how many keys were made. */
    int tend(Issuers issuers) {
        issuers.refreshKeys(clock.instant());
        int made = (int) rotating().stream().filter(rotation()::rotateIfDue).count();
        if (made > 0) {
            issuers.refreshKeys(clock.instant());
        }
        return made;
    }
}
