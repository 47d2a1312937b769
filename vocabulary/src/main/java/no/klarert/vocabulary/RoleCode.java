package no.klarert.vocabulary;

import java.util.regex.Pattern;

/** Code of a role in lower case, such as {@code dagl} or {@code hadm}. */
public record RoleCode(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9æøå_-]{1,64}");

    public RoleCode {
        if (!FORM.matcher(value).matches()) {
            throw InvalidValueException.of("role code", value, "1 to 64 lower-case letters, digits, _ or -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
