package no.klarert.policy.value;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A floating point number of 64 bits, written with at most 1 000 characters. Zero and minus zero are equal, and {@code NaN}
 * equals itself, as the OASIS conformance case IIC350 has it and IEEE 754 has not; it is neither less nor greater than anything.
 */
public record DoubleValue(double number, String text) implements Value {
    private static final int MAX_LENGTH = 1_000;
    private static final Pattern FINITE =
            Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

    /** What a computation gave. INVARIANT: no lexical form is empty, so an empty text stands for the canonical one. */
    public static DoubleValue of(double number) {
        return new DoubleValue(number, "");
    }

    static Optional<Value> parse(String text) {
        return switch (text) {
            case "INF" -> Optional.of(new DoubleValue(Double.POSITIVE_INFINITY, text));
            case "-INF" -> Optional.of(new DoubleValue(Double.NEGATIVE_INFINITY, text));
            case "NaN" -> Optional.of(new DoubleValue(Double.NaN, text));
            default ->
                text.length() <= MAX_LENGTH && FINITE.matcher(text).matches()
                        ? Optional.of(new DoubleValue(Double.parseDouble(text), text))
                        : Optional.empty();
        };
    }

    @Override
    public String text() {
        return text.isEmpty() ? canonical(number) : text;
    }

    /** One digit other than zero, a point, at least one more digit, and an exponent (XML Schema part 2 §3.2.5.2): {@code 1.5E2}. */
    private static String canonical(double number) {
        if (Double.isNaN(number)) {
            return "NaN";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "INF" : "-INF";
        }
        return number == 0 ? (1 / number < 0 ? "-0.0E0" : "0.0E0") : scientific(number);
    }

    private static String scientific(double number) {
        var decimal = new BigDecimal(Double.toString(Math.abs(number))).stripTrailingZeros();
        var digits = decimal.unscaledValue().toString();
        var fraction = digits.length() == 1 ? "0" : digits.substring(1);
        int exponent = decimal.precision() - decimal.scale() - 1;
        return (number < 0 ? "-" : "") + digits.charAt(0) + "." + fraction + "E" + exponent;
    }

    @Override
    public DataType type() {
        return DataType.DOUBLE;
    }

    @Override
    public String canonicalText() {
        return canonical(number);
    }

    @Override
    public Comparable<?> key() {
        return number == 0 ? 0.0 : number;
    }

    @Override
    public boolean sameAs(Value other) {
        return other instanceof DoubleValue that
                && (number == that.number || (Double.isNaN(number) && Double.isNaN(that.number)));
    }
}
