package no.klarert.policy.reference;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import no.klarert.policy.Xacml;

/** Numbers (XACML 3.0 §A.3.2, §A.3.4). */
final class ReferenceArithmetic {
    private static final int MOST_BITS = 3_321;

    private ReferenceArithmetic() {}

    static Answer call(String name, List<Answer> arguments) {
        return arguments.get(0).only().value() instanceof BigInteger
                ? integers(name, numbers(BigInteger.class, arguments))
                : doubles(name, numbers(Double.class, arguments));
    }

    private static <T> List<T> numbers(Class<T> type, List<Answer> arguments) {
        return arguments.stream()
                .map(argument -> type.cast(argument.only().value()))
                .toList();
    }

    private static Answer integers(String name, List<BigInteger> of) {
        if ((name.equals("integer-divide") || name.equals("integer-mod"))
                && of.get(1).signum() == 0) {
            return Answer.processingError();
        }
        return switch (name) {
            case "integer-add" -> integer(of.stream().reduce(BigInteger::add).orElseThrow());
            case "integer-multiply" ->
                integer(of.stream().reduce(BigInteger::multiply).orElseThrow());
            case "integer-subtract" -> integer(of.get(0).subtract(of.get(1)));
            case "integer-divide" -> integer(of.get(0).divide(of.get(1)));
            case "integer-mod" -> integer(of.get(0).remainder(of.get(1)));
            case "integer-abs" -> integer(of.get(0).abs());
            case "integer-to-double" -> finite(of.get(0).doubleValue());
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Answer doubles(String name, List<Double> of) {
        double first = of.get(0);
        if (name.equals("double-divide") && of.get(1) == 0) {
            return Answer.processingError();
        }
        return switch (name) {
            case "double-add" -> number(of.stream().reduce(Double::sum).orElseThrow());
            case "double-multiply" -> number(of.stream().reduce((a, b) -> a * b).orElseThrow());
            case "double-subtract" -> number(first - of.get(1));
            case "double-divide" -> number(first / of.get(1));
            case "double-abs" -> number(Math.abs(first));
            case "round" -> number(Math.rint(first));
            case "floor" -> number(Math.floor(first));
            case "double-to-integer" ->
                Double.isNaN(first) || Double.isInfinite(first)
                        ? Answer.processingError()
                        : integer(new BigDecimal(first).toBigInteger());
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The engine says that larger ones are errors; the standard leaves bounds to it. */
    private static Answer integer(BigInteger number) {
        return number.bitLength() > MOST_BITS ? Answer.processingError() : Answer.of(Xacml.TYPE_INTEGER, number);
    }

    private static Answer finite(double number) {
        return Double.isInfinite(number) ? Answer.processingError() : number(number);
    }

    private static Answer number(double number) {
        return Answer.of(Xacml.TYPE_DOUBLE, number);
    }
}
