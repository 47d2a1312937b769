package no.klarert.vocabulary;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A text in several languages, keyed by language code: {@code nb}, {@code nn}, {@code en} and any others, in that sort order. */
public record LocalizedText(SortedMap<String, String> byLanguage) {
    public LocalizedText {
        byLanguage = Collections.unmodifiableSortedMap(new TreeMap<>(byLanguage));
    }

    public static LocalizedText of(Map<String, String> byLanguage) {
        return new LocalizedText(new TreeMap<>(byLanguage));
    }

    /** The text in {@code language}, else in nb, else in en, else in any language; empty when there is none at all. */
    public String in(String language) {
        for (var candidate : new String[] {language, "nb", "en"}) {
            var text = byLanguage.get(candidate);
            if (text != null && !text.isBlank()) {
                return text;
            }
        }
        return byLanguage.values().stream().findFirst().orElse("");
    }

    /** Whether there is a non-blank text in each of nb, nn and en. */
    public boolean isComplete() {
        return isPresent("nb") && isPresent("nn") && isPresent("en");
    }

    private boolean isPresent(String language) {
        var text = byLanguage.get(language);
        return text != null && !text.isBlank();
    }
}
