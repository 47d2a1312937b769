package no.klarert.vocabulary;

import java.util.regex.Pattern;

/** Identifier of a system in the system register: {@code <vendor organisation number>_<name>}, without white space. */
public record SystemId(String value) {
    private static final Pattern FORM = Pattern.compile("[^\\s\\p{Cntrl}]{1,255}");

    public SystemId {
        if (!FORM.matcher(value).matches()) {
            throw InvalidValueException.of("system id", value, "1 to 255 characters without white space");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
