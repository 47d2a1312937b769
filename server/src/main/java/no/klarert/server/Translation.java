package no.klarert.server;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import no.klarert.vocabulary.LocalizedText;

/**
 * Which language the catalogue answers in (access packages and roles §5).
 *
 * @param language {@code nb}, {@code nn} or {@code en}
 * @param partial whether an element of which only some texts are translated is answered in two languages, or whole in Bokmål
 */
record Translation(String language, boolean partial) {
    private static final String BASE = "nb";

    /** The first supported language of {@code Accept-Language}, Bokmål if there is none; quality values are not looked at. */
    static Translation of(Call call) {
        var language = Arrays.stream(call.header("Accept-Language").orElse("").split(",", -1))
                .map(Translation::supported)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(BASE);
        boolean partial = call.header("X-Accept-Partial-Translation")
                .filter("false"::equalsIgnoreCase)
                .isEmpty();
        return new Translation(language, partial);
    }

    private static Optional<String> supported(String range) {
        var primary = range.strip().split("[-;]", 2)[0].toLowerCase(Locale.ROOT);
        return switch (primary) {
            case "nb", "no", "nob" -> Optional.of(BASE);
            case "nn", "nno" -> Optional.of("nn");
            case "en", "eng" -> Optional.of("en");
            default -> Optional.empty();
        };
    }

    /** How to read the texts of one element. */
    Translation ofElement(LocalizedText... texts) {
        boolean complete = Stream.of(texts).allMatch(text -> text.byLanguage().containsKey(language));
        return partial || complete ? this : new Translation(BASE, true);
    }

    String of(LocalizedText text) {
        return text.in(language);
    }
}
