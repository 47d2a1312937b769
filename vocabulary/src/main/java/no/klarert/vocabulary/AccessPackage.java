package no.klarert.vocabulary;

import java.util.regex.Pattern;

/** Access package (tilgangspakke), named by the last part of {@code urn:altinn:accesspackage:<name>}. */
public record AccessPackage(String name) implements Comparable<AccessPackage> {
    public static final String URN_PREFIX = "urn:altinn:accesspackage:";
    private static final Pattern NAME = Pattern.compile("[a-z0-9æøå-]{1,120}");

    public AccessPackage {
        if (!NAME.matcher(name).matches()) {
            throw InvalidValueException.of("access package", name, "1 to 120 lower-case letters, digits or -");
        }
    }

    /** Parses the full URN; any other text is refused. */
    public static AccessPackage fromUrn(String urn) {
        if (!urn.startsWith(URN_PREFIX)) {
            throw InvalidValueException.of("access package URN", urn, "begins with " + URN_PREFIX);
        }
        return new AccessPackage(urn.substring(URN_PREFIX.length()));
    }

    public String urn() {
        return URN_PREFIX + name;
    }

    @Override
    public int compareTo(AccessPackage other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return urn();
    }
}
