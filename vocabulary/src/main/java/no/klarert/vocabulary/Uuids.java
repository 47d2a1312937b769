package no.klarert.vocabulary;

import java.util.UUID;
import java.util.regex.Pattern;

/** UUID text, strictly: {@link UUID#fromString} also takes shortened groups. */
public final class Uuids {
    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Uuids() {}

    /** Parses the hyphenated form of 36 characters and refuses everything else, naming {@code kind}. */
    public static UUID parse(String kind, String text) {
        if (!FORM.matcher(text).matches()) {
            throw InvalidValueException.of(kind, text, "a UUID of 36 characters");
        }
        return UUID.fromString(text);
    }
}
