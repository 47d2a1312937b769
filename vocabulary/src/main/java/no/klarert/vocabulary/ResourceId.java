package no.klarert.vocabulary;

import java.util.regex.Pattern;

/** Identifier of a resource in the resource registry: at least four lower-case letters, digits, {@code _} or {@code -}. */
public record ResourceId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9_-]{4,255}");

    public ResourceId {
        if (!isWellFormed(value)) {
            throw InvalidValueException.of("resource id", value, "4 to 255 lower-case letters, digits, _ or -");
        }
    }

    public static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
