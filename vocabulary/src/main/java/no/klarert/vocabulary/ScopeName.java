package no.klarert.vocabulary;

import java.util.regex.Pattern;

/** Name of an OAuth scope: {@code prefix:subscope}. The subscope may itself contain {@code :} and {@code /}. */
public record ScopeName(String prefix, String subscope) implements Comparable<ScopeName> {
    private static final Pattern PREFIX = Pattern.compile("[a-z0-9_-]{2,64}");
    private static final Pattern SUBSCOPE = Pattern.compile("[A-Za-z0-9æøåÆØÅ_.:/-]{1,190}");

    public ScopeName {
        if (!PREFIX.matcher(prefix).matches()) {
            throw InvalidValueException.of("scope prefix", prefix, "2 to 64 lower-case letters, digits, _ or -");
        }
        if (!SUBSCOPE.matcher(subscope).matches()) {
            throw InvalidValueException.of("subscope", subscope, "1 to 190 letters, digits or one of _ . : / -");
        }
    }

    /** Parses {@code prefix:subscope}, split at the first colon. */
    public static ScopeName parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw InvalidValueException.of("scope", text, "prefix, colon and subscope");
        }
        return new ScopeName(text.substring(0, colon), text.substring(colon + 1));
    }

    public String value() {
        return prefix + ":" + subscope;
    }

    @Override
    public int compareTo(ScopeName other) {
        return value().compareTo(other.value());
    }

    @Override
    public String toString() {
        return value();
    }
}
