package no.klarert.vocabulary;

import java.util.regex.Pattern;

/** The vendor's own reference that tells system users of one system and customer apart. */
public record ExternalRef(String value) {
    private static final Pattern FORM = Pattern.compile("[^\\p{Cntrl}]{1,255}");

    public ExternalRef {
        if (!FORM.matcher(value).matches()) {
            throw InvalidValueException.of("external reference", value, "1 to 255 printable characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
