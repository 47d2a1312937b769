package no.klarert.policy.value;

/** Reads a short text from its beginning, part by part. A part that is not there sets {@link #failed} for good. */
final class Scanner {
    private final String text;
    private int at;
    private boolean failed;

    Scanner(String text) {
        this.text = text;
    }

    boolean failed() {
        return failed;
    }

    /** Whether all of the text was read and was as it should be. */
    boolean isDone() {
        return !failed && at == text.length();
    }

    boolean isNext(char wanted) {
        return at < text.length() && text.charAt(at) == wanted;
    }

    /** Takes a character if it is next. */
    boolean takes(char wanted) {
        boolean found = isNext(wanted);
        at += found ? 1 : 0;
        return found;
    }

    void expect(char wanted) {
        failed |= !takes(wanted);
    }

    void fail() {
        failed = true;
    }

    /** How many digits are next. */
    int digits() {
        int end = at;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end - at;
    }

    /** A number of exactly so many digits, at most 18. */
    long number(int digits) {
        if (digits == 0 || digits > 18 || digits() < digits) {
            failed = true;
            return 0;
        }
        long number = 0;
        for (int end = at + digits; at < end; at++) {
            number = number * 10 + text.charAt(at) - '0';
        }
        return number;
    }

    /** After the point: one to nine digits of a second, as nanoseconds. */
    int nanos() {
        int digits = digits();
        if (digits > 9) {
            failed = true;
            return 0;
        }
        long nanos = number(digits);
        for (int i = digits; i < 9; i++) {
            nanos *= 10;
        }
        return (int) nanos;
    }
}
