package no.klarert.vocabulary;

import java.util.regex.Pattern;

/** Key identifier ({@code kid}, RFC 7517 §4.5), unique within one client. */
public record KeyId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,255}");

    public KeyId {
        if (!FORM.matcher(value).matches()) {
            throw InvalidValueException.of("key id", value, "1 to 255 letters, digits or one of . _ -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
