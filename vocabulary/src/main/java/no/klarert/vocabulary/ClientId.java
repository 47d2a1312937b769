package no.klarert.vocabulary;

import java.util.regex.Pattern;

/** Identifier of an OAuth client (RFC 6749 §2.2). Maskinporten assigns UUIDs; other printable identifiers are accepted. */
public record ClientId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{1,255}");

    public ClientId {
        if (!FORM.matcher(value).matches()) {
            throw InvalidValueException.of("client id", value, "1 to 255 letters, digits or one of . _ : -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
