package no.klarert.issuer;

import java.util.regex.Pattern;

/** Keeps what may be a national identity number, eleven digits in a row, out of texts for answers and logs. */
final class PersonalNumbers {
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])[0-9]{11}(?![0-9])");

    private PersonalNumbers() {}

    static String masked(String text) {
        return NUMBER.matcher(text).replaceAll("***********");
    }
}
