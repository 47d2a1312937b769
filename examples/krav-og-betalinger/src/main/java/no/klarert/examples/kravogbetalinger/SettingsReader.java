package no.klarert.examples.kravogbetalinger;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import no.klarert.sdk.HttpSettings;
import no.klarert.sdk.SigningKey;
import no.klarert.vocabulary.ClientId;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/** Reads {@link Settings}, and reports everything that is missing, malformed or unknown together. */
final class SettingsReader {
    private static final String ISSUER = "KRAVOGBETALINGER_ISSUER";
    private static final String PLATFORM = "KRAVOGBETALINGER_PLATFORM";
    private static final String CLIENT_ID = "KRAVOGBETALINGER_CLIENTID";
    private static final String KEY_FILE = "KRAVOGBETALINGER_KEYFILE";
    private static final String PREFIX = "KRAVOGBETALINGER_";
    private static final Set<String> OURS = Set.of(ISSUER, PLATFORM, CLIENT_ID, KEY_FILE);
    private static final List<String> DATABASE = List.of("SPRING_DATASOURCE_URL", "SPRING_DATASOURCE_USERNAME");

    private final ConfigurableEnvironment environment;
    private final List<String> problems = new ArrayList<>();

    private SettingsReader(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /** The settings, or a {@link SettingsException} that says all that is wrong. */
    static Settings read(ConfigurableEnvironment environment) {
        return new SettingsReader(environment).settings();
    }

    private Settings settings() {
        var issuer = read(ISSUER, SettingsReader::address);
        var platform = read(PLATFORM, SettingsReader::address);
        var clientId = read(CLIENT_ID, ClientId::new);
        var key = read(KEY_FILE, file -> SigningKey.fromJwkFile(Path.of(file)));
        DATABASE.forEach(name -> read(name, text -> text));
        refuseUnknown();
        if (issuer.isEmpty() || platform.isEmpty() || clientId.isEmpty() || key.isEmpty() || !problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return new Settings(issuer.get(), platform.get(), clientId.get(), key.get());
    }

    private <T> Optional<T> read(String name, Function<String, T> reader) {
        var text = environment.getProperty(property(name), "").strip();
        if (text.isEmpty()) {
            problems.add(name + " is missing");
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(text));
        } catch (IllegalArgumentException | UncheckedIOException unusable) {
            problems.add(name + ": " + unusable.getMessage());
            return Optional.empty();
        }
    }

    /** Tokens travel there: the SDK would refuse the same addresses, but could not name the variable. */
    private static URI address(String text) {
        return HttpSettings.standard().checked("address", URI.create(text));
    }

    /** A misspelt setting would otherwise be ignored. */
    private void refuseUnknown() {
        var unknown = new TreeSet<String>();
        environment.getPropertySources().stream()
                .flatMap(source -> source instanceof EnumerablePropertySource<?> names
                        ? Stream.of(names.getPropertyNames())
                        : Stream.empty())
                .map(SettingsReader::variable)
                .filter(name -> name.startsWith(PREFIX) && !OURS.contains(name))
                .forEach(unknown::add);
        unknown.forEach(name -> problems.add(name + " is unknown; there are " + new TreeSet<>(OURS)));
    }

    /** {@code KRAVOGBETALINGER_KEYFILE} is also {@code kravogbetalinger.keyfile}, as everywhere in Spring Boot. */
    private static String property(String variable) {
        return variable.toLowerCase(Locale.ROOT).replace('_', '.');
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", "");
    }
}
