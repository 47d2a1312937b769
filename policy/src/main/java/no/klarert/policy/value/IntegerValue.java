package no.klarert.policy.value;

import java.math.BigInteger;
import java.util.Optional;

/**
 * An integer of at most 1 000 digits: reading a longer one costs time that grows with the square of its length, and a few
 * multiplications make a number that fills the memory.
 */
public record IntegerValue(BigInteger number) implements Value {
    static final int MAX_DIGITS = 1_000;

    private static final BigInteger TOO_LARGE = BigInteger.TEN.pow(MAX_DIGITS);

    /** The most digits that surely fit into a long. */
    private static final int LONG_DIGITS = 18;

    public static IntegerValue of(long number) {
        return new IntegerValue(BigInteger.valueOf(number));
    }

    /** What a computation gave; a failure if it is too large. */
    public static Result of(BigInteger number) {
        return number.bitLength() < TOO_LARGE.bitLength() || number.abs().compareTo(TOO_LARGE) < 0
                ? new IntegerValue(number)
                : Failure.processing("an integer of more than " + MAX_DIGITS + " digits came out");
    }

    /** Reads digits with an optional sign (XML Schema part 2 §3.3.13). */
    static Optional<Value> parse(String text) {
        int length = text.length();
        int start = length > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        if (start == length || length - start > MAX_DIGITS) {
            return Optional.empty();
        }
        long number = 0;
        for (int i = start; i < length; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return Optional.empty();
            }
            number = number * 10 + digit;
        }
        return Optional.of(
                length - start <= LONG_DIGITS
                        ? of(text.charAt(0) == '-' ? -number : number)
                        : new IntegerValue(new BigInteger(text)));
    }

    @Override
    public DataType type() {
        return DataType.INTEGER;
    }

    @Override
    public String text() {
        return number.toString();
    }

    @Override
    public Comparable<?> key() {
        return number;
    }
}
