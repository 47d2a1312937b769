package no.klarert.policy.function;

import static no.klarert.policy.function.Functions.V1;

import java.math.BigInteger;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import no.klarert.policy.function.Function.Strict;
import no.klarert.policy.value.DataType;
import no.klarert.policy.value.DoubleValue;
import no.klarert.policy.value.Failure;
import no.klarert.policy.value.IntegerValue;
import no.klarert.policy.value.Result;
import no.klarert.policy.value.ValueType;

/**
 * Arithmetic (XACML 3.0 §A.3.2). Integers that grow beyond 1 000 digits are an error, doubles that grow too large are infinite,
 * and dividing by zero is an error for both. A remainder has the sign of what is divided.
 */
final class ArithmeticFunctions {
    private static final ValueType INTEGER = ValueType.one(DataType.INTEGER);
    private static final ValueType DOUBLE = ValueType.one(DataType.DOUBLE);
    private static final Failure DIVISION_BY_ZERO = Failure.processing("division by zero");

    private ArithmeticFunctions() {}

    static Stream<Function> all() {
        return Stream.of(
                new Strict(V1 + "integer-add", two(INTEGER).andMore(INTEGER), all -> integers(BigInteger::add, all)),
                new Strict(
                        V1 + "integer-multiply",
                        two(INTEGER).andMore(INTEGER),
                        all -> integers(BigInteger::multiply, all)),
                new Strict(V1 + "integer-subtract", two(INTEGER), all -> integers(BigInteger::subtract, all)),
                new Strict(V1 + "integer-divide", two(INTEGER), all -> parts(BigInteger::divide, all)),
                new Strict(V1 + "integer-mod", two(INTEGER), all -> parts(BigInteger::remainder, all)),
                new Strict(
                        V1 + "integer-abs",
                        Signature.of(INTEGER, INTEGER),
                        all -> new IntegerValue(integer(all[0]).abs())),
                new Strict(V1 + "double-add", two(DOUBLE).andMore(DOUBLE), all -> doubles(Double::sum, all)),
                new Strict(V1 + "double-multiply", two(DOUBLE).andMore(DOUBLE), all -> doubles((a, b) -> a * b, all)),
                new Strict(V1 + "double-subtract", two(DOUBLE), all -> doubles((a, b) -> a - b, all)),
                new Strict(V1 + "double-divide", two(DOUBLE), ArithmeticFunctions::quotient),
                onDouble("double-abs", Math::abs),
                onDouble("round", Math::rint),
                onDouble("floor", Math::floor));
    }

    private static Signature two(ValueType type) {
        return Signature.of(type, type, type);
    }

    private static Function onDouble(String name, DoubleUnaryOperator operation) {
        return new Strict(
                V1 + name,
                Signature.of(DOUBLE, DOUBLE),
                arguments -> DoubleValue.of(operation.applyAsDouble(number(arguments[0]))));
    }

    private static BigInteger integer(Result argument) {
        return ((IntegerValue) argument).number();
    }

    private static double number(Result argument) {
        return ((DoubleValue) argument).number();
    }

    private static Result integers(BinaryOperator<BigInteger> operation, Result... arguments) {
        var soFar = arguments[0];
        for (int i = 1; i < arguments.length && soFar instanceof IntegerValue left; i++) {
            soFar = IntegerValue.of(operation.apply(left.number(), integer(arguments[i])));
        }
        return soFar;
    }

    private static Result parts(BinaryOperator<BigInteger> operation, Result... arguments) {
        return integer(arguments[1]).signum() == 0 ? DIVISION_BY_ZERO : integers(operation, arguments);
    }

    private static Result doubles(DoubleBinaryOperator operation, Result... arguments) {
        double soFar = number(arguments[0]);
        for (int i = 1; i < arguments.length; i++) {
            soFar = operation.applyAsDouble(soFar, number(arguments[i]));
        }
        return DoubleValue.of(soFar);
    }

    private static Result quotient(Result... arguments) {
        return number(arguments[1]) == 0 ? DIVISION_BY_ZERO : doubles((a, b) -> a / b, arguments);
    }
}
