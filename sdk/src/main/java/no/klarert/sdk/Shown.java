package no.klarert.sdk;

/** Text from outside, made safe to stand in a message: one line, short, without control characters. */
final class Shown {
    private static final int LENGTH = 300;

    private Shown() {}

    /** The text itself, on one line and at most 300 characters long. */
    static String text(String text) {
        var cut = text.length() > LENGTH ? text.substring(0, LENGTH) + "…" : text;
        return cut.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\u2028\\u2029]", " ").strip();
    }

    /** The text in backticks. */
    static String quoted(String text) {
        return "`" + text(text).replace('`', '?') + "`";
    }
}
