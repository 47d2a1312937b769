package no.klarert.policy.plan;

import java.util.OptionalInt;

/** Integers of 32 bits, with a sign and white space around them if need be. */
final class SmallIntegers {
    private static final int MOST_DIGITS = 40;

    private SmallIntegers() {}

    static OptionalInt parse(String text) {
        var stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > MOST_DIGITS) {
            return OptionalInt.empty();
        }
        boolean negative = stripped.charAt(0) == '-';
        int start = negative || stripped.charAt(0) == '+' ? 1 : 0;
        long number = 0;
        for (int i = start; i < stripped.length(); i++) {
            int digit = stripped.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return OptionalInt.empty();
            }
            number = Math.min(number * 10 + digit, 1L << 40);
        }
        long signed = negative ? -number : number;
        return start < stripped.length() && signed == (int) signed ? OptionalInt.of((int) signed) : OptionalInt.empty();
    }
}
