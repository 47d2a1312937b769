package no.klarert.examples.smartcloud;

/** Text from elsewhere, made safe for a terminal: one line, not too long, no control characters. */
final class Shown {
    private static final int LENGTH = 200;

    private Shown() {}

    static String line(String text) {
        var cut = text.length() > LENGTH ? text.substring(0, LENGTH) + "…" : text;
        return cut.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", " ").strip();
    }
}
