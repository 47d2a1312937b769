package no.klarert.portal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages of the portal; nb is the default. */
enum Language {
    NB("nb"),
    NN("nn"),
    EN("en");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** The code of RFC 5646, as in {@code <html lang>}. */
    String code() {
        return code;
    }

    static Optional<Language> ofCode(String code) {
        return List.of(values()).stream()
                .filter(language -> language.code.equals(code))
                .findFirst();
    }

    /** The first language we have among those in an {@code Accept-Language} header (RFC 9110 §12.5.4), else nb. */
    static Language preferred(String acceptLanguage) {
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

    private static Optional<Language> ofRange(String range) {
        var primary = range.split("-", 2)[0];
        return primary.equals("no") ? Optional.of(NB) : ofCode(primary);
    }
}
