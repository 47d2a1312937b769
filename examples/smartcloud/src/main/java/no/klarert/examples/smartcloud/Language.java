package no.klarert.examples.smartcloud;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/** The languages the program speaks. */
enum Language {
    NB("nb", "dd.MM.yyyy", ' ', ',', "%s kr"),
    EN("en", "d MMM yyyy", ',', '.', "NOK %s");

    private final String code;
    private final String datePattern;
    private final char thousands;
    private final char decimals;
    private final String amountPattern;

    Language(String code, String datePattern, char thousands, char decimals, String amountPattern) {
        this.code = code;
        this.datePattern = datePattern;
        this.thousands = thousands;
        this.decimals = decimals;
        this.amountPattern = amountPattern;
    }

    /** Reads {@code nb} or {@code en}; anything else is refused. */
    static Language parse(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("`" + code + "` is not one of `nb`, `en`"));
    }

    /** As in the texts of the API. */
    String code() {
        return code;
    }

    Locale locale() {
        return Locale.forLanguageTag(code);
    }

    /** The program's own texts. */
    ResourceBundle texts() {
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return ResourceBundle.getBundle("no.klarert.examples.smartcloud.texts", locale(), control);
    }

    String datePattern() {
        return datePattern;
    }

    char thousands() {
        return thousands;
    }

    char decimals() {
        return decimals;
    }

    String amountPattern() {
        return amountPattern;
    }
}
