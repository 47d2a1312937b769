package no.klarert.vocabulary;

/** How surely a caller was authenticated, 0 (not at all) to 4 (highest); {@code urn:altinn:authlevel} in tokens. */
public record AuthenticationLevel(int value) implements Comparable<AuthenticationLevel> {
    public AuthenticationLevel {
        if (value < 0 || value > 4) {
            throw InvalidValueException.of("authentication level", Integer.toString(value), "0 to 4");
        }
    }

    /** Whether this level is at least {@code required}. */
    public boolean satisfies(AuthenticationLevel required) {
        return value >= required.value;
    }

    @Override
    public int compareTo(AuthenticationLevel other) {
        return Integer.compare(value, other.value);
    }
}
