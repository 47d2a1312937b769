package no.klarert.server;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** Explanations of the coded refusals in one language, from {@code errors_<language>.properties} in UTF-8. */
record ErrorTexts(String language, Map<String, String> byKey) {
    static final ErrorTexts NB = load("nb");
    static final ErrorTexts EN = load("en");

    ErrorTexts {
        byKey = Map.copyOf(byKey);
    }

    /** The first language we have among those in an {@code Accept-Language} header (RFC 9110 §12.5.4), else nb. */
    static ErrorTexts preferred(String acceptLanguage) {
        try {
            return Locale.LanguageRange.parse(acceptLanguage).stream()
                    .filter(range -> range.getWeight() > 0)
                    .flatMap(range -> ofRange(range.getRange()).stream())
                    .findFirst()
                    .orElse(NB);
        } catch (IllegalArgumentException malformed) {
            return NB;
        }
    }

    private static List<ErrorTexts> ofRange(String range) {
        return switch (range.split("-", 2)[0]) {
            case "nb", "nn", "no" -> List.of(NB);
            case "en" -> List.of(EN);
            default -> List.of();
        };
    }

    String get(String key) {
        var text = byKey.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no text `" + key + "` in " + language);
        }
        return text;
    }

    private static ErrorTexts load(String language) {
        var name = "errors_" + language + ".properties";
        var properties = new Properties();
        try (var stream = ErrorTexts.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ErrorTexts(
                language,
                properties.stringPropertyNames().stream()
                        .collect(Collectors.toMap(key -> key, properties::getProperty)));
    }
}
