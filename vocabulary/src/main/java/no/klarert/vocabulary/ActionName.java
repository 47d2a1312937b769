package no.klarert.vocabulary;

import java.util.regex.Pattern;

/** An action on a resource, such as {@code read}: the value of {@code urn:oasis:names:tc:xacml:1.0:action:action-id}. */
public record ActionName(String value) {
    private static final Pattern FORM = Pattern.compile("[^\\s\\p{Cntrl}]{1,255}");

    public ActionName {
        if (!isWellFormed(value)) {
            throw InvalidValueException.of("action", value, "1 to 255 characters without white space");
        }
    }

    public static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
