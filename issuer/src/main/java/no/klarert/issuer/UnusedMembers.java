package no.klarert.issuer;

import no.klarert.vocabulary.InvalidValueException;

/**
 * Members of a registration that only other kinds of client use, such as {@code redirect_uris}: kept so that an administrator
 * reads back what was written (Maskinporten §7.2), and without any effect.
 *
 * @param json one JSON object of at most {@value #LONGEST} characters
 */
public record UnusedMembers(String json) {
    public static final int LONGEST = 16_384;
    public static final UnusedMembers NONE = new UnusedMembers("{}");

    public UnusedMembers {
        if (json.length() > LONGEST) {
            throw InvalidValueException.secret("set of unused members", "at most " + LONGEST + " characters of JSON");
        }
    }
}
