package no.klarert.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.klarert.issuer.IssuerName;
import no.klarert.issuer.KeySettings;
import no.klarert.issuer.KeystoreKey;
import no.klarert.vocabulary.InvalidValueException;

/** The keys of a configuration file that begin with {@code issuer}. */
final class IssuingSettings {
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration TEN_YEARS = Duration.ofDays(3_650);

    private IssuingSettings() {}

    static KlarertConfig.Issuing read(Settings settings) {
        return new KlarertConfig.Issuing(
                keys(settings),
                keystore(settings),
                sealingKey(settings),
                settings.integer("issuer.token-lifetime", 120, 10, 7_200),
                settings.value(
                                "issuer.delegation-sources",
                                DelegationSources::parse,
                                "a list of `name=issuer`, each name and issuer once, none named `altinn`")
                        .orElse(List.of()));
    }

    private static KeySettings keys(Settings settings) {
        var usual = KeySettings.USUAL;
        int size = settings.integer("issuer.key-size", usual.size(), 2048, 4096);
        var ahead = settings.duration("issuer.key-publish-ahead", usual.publishAhead(), Duration.ofMinutes(1), MONTH);
        var keep = settings.duration("issuer.key-keep", usual.keep(), Duration.ZERO, MONTH);
        var lifetime = settings.duration("issuer.key-lifetime", usual.lifetime(), Duration.ZERO, TEN_YEARS);
        try {
            return new KeySettings(size, ahead, keep, lifetime);
        } catch (InvalidValueException e) {
            throw new ConfigException("`issuer.key-lifetime` and `issuer.key-publish-ahead`: " + e.getMessage(), e);
        }
    }

    private static Optional<KlarertConfig.Secret> sealingKey(Settings settings) {
        var reference = settings.secret("issuer.sealing-key");
        var file = settings.text("issuer.sealing-key-file");
        if (reference.isPresent() && file.isPresent()) {
            throw new ConfigException("`issuer.sealing-key` and `issuer.sealing-key-file` exclude each other");
        }
        return reference
                .or(() -> file.map(path -> Settings.readSecret("issuer.sealing-key-file", Path.of(path))))
                .map(KlarertConfig.Secret::new);
    }

    private static Optional<KlarertConfig.Keystore> keystore(Settings settings) {
        var file = settings.text("issuer.keystore").map(Path::of);
        var type = settings.value("issuer.keystore-type", IssuingSettings::type, "pkcs12 or pkcs11");
        var password = settings.secret("issuer.keystore-password").map(KlarertConfig.Secret::new);
        var keys = keystoreKeys(settings);
        if (file.isEmpty() && (type.isPresent() || password.isPresent() || !keys.isEmpty())) {
            throw new ConfigException("`issuer.keystore` is missing; the other keys of the keystore need it");
        }
        if (file.isPresent() && keys.isEmpty()) {
            throw new ConfigException("`issuer.keystore` needs `issuer.keystore-maskinporten` or"
                    + " `issuer.keystore-altinn`, the aliases of the keys to sign with");
        }
        return file.map(path ->
                new KlarertConfig.Keystore(type.orElse(KlarertConfig.KeystoreType.PKCS12), path, password, keys));
    }

    private static KlarertConfig.KeystoreType type(String text) {
        return KlarertConfig.KeystoreType.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static Map<IssuerName, List<KeystoreKey>> keystoreKeys(Settings settings) {
        Map<IssuerName, List<KeystoreKey>> keys = new EnumMap<>(IssuerName.class);
        for (var issuer : List.of(IssuerName.MASKINPORTEN, IssuerName.ALTINN)) {
            settings.value("issuer.keystore-" + issuer.key(), IssuingSettings::aliases, "aliases")
                    .ifPresent(named -> keys.put(issuer, named));
        }
        return Map.copyOf(keys);
    }

    private static List<KeystoreKey> aliases(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(KeystoreKey::parse)
                .toList();
    }
}
