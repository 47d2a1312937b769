package no.klarert.issuer;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import no.klarert.vocabulary.InvalidValueException;

/**
 * Which entry of a keystore an issuer signs with, and since when.
 *
 * @param signsFrom when it takes over from the one before it
 */
public record KeystoreKey(String alias, Instant signsFrom) {
    /** {@code alias}, which signs from the beginning, or {@code alias@2027-01-01T00:00:00Z}. */
    public static KeystoreKey parse(String text) {
        int at = text.lastIndexOf('@');
        var alias = at < 0 ? text : text.substring(0, at);
        if (alias.isBlank()) {
            throw InvalidValueException.of("keystore key", text, "an alias, or an alias, `@` and a time");
        }
        try {
            return new KeystoreKey(alias, at < 0 ? Instant.EPOCH : Instant.parse(text.substring(at + 1)));
        } catch (DateTimeParseException e) {
            throw InvalidValueException.of(
                    "keystore key", text, "a time after `@`, such as " + alias + "@2027-01-01T00:00:00Z");
        }
    }
}
