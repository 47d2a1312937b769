package no.klarert.issuer;

import java.util.regex.Pattern;

/**
 * A name that a stranger chose, as far as it is repeated to him: one like those of claims, at most 64 characters long. Any other
 * could be anything, a personal number among it, and is not repeated.
 */
final class ShownName {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_:.#/-]{0,63}");

    private ShownName() {}

    /** Such as {@code claim `client_orgno`}, or without the name. */
    static String of(String kind, String name) {
        return PLAIN.matcher(name).matches() ? kind + " `" + name + "`" : "a " + kind + " of an unusual name";
    }
}
