package no.klarert.policy.function;

import static no.klarert.policy.function.Functions.V1;
import static no.klarert.policy.function.Functions.V3;

import java.math.BigDecimal;
import java.util.stream.Stream;
import no.klarert.policy.function.Function.Body;
import no.klarert.policy.function.Function.Strict;
import no.klarert.policy.value.DataType;
import no.klarert.policy.value.DoubleValue;
import no.klarert.policy.value.Failure;
import no.klarert.policy.value.IntegerValue;
import no.klarert.policy.value.Result;
import no.klarert.policy.value.StringValue;
import no.klarert.policy.value.Value;
import no.klarert.policy.value.ValueType;

/** From one data type to another (XACML 3.0 §A.3.4, and the conversions of §A.3.9). */
final class ConversionFunctions {
    private static final ValueType STRING = ValueType.one(DataType.STRING);
    private static final ValueType INTEGER = ValueType.one(DataType.INTEGER);
    private static final ValueType DOUBLE = ValueType.one(DataType.DOUBLE);
    private static final Body WRITE = arguments -> new StringValue(((Value) arguments[0]).canonicalText());

    private ConversionFunctions() {}

    static Stream<Function> all() {
        return Stream.concat(
                Stream.of(
                        new Strict(
                                V1 + "double-to-integer",
                                Signature.of(INTEGER, DOUBLE),
                                arguments -> whole(((DoubleValue) arguments[0]).number())),
                        new Strict(
                                V1 + "integer-to-double",
                                Signature.of(DOUBLE, INTEGER),
                                arguments -> floating((IntegerValue) arguments[0]))),
                Stream.of(DataType.values())
                        .filter(ConversionFunctions::isConvertible)
                        .flatMap(ConversionFunctions::ofStrings));
    }

    private static boolean isConvertible(DataType type) {
        return type != DataType.STRING && type != DataType.HEX_BINARY && type != DataType.BASE64_BINARY;
    }

    private static Stream<Function> ofStrings(DataType type) {
        var one = ValueType.one(type);
        var invalid = Failure.syntax("the string is not a valid " + type.shortName());
        return Stream.of(
                new Strict(
                        V3 + type.shortName() + "-from-string",
                        Signature.of(one, STRING),
                        arguments -> type.parse(((StringValue) arguments[0]).text())
                                .<Result>map(value -> value)
                                .orElse(invalid)),
                new Strict(V3 + "string-from-" + type.shortName(), Signature.of(STRING, one), WRITE));
    }

    /** Towards zero. */
    private static Result whole(double number) {
        return Double.isNaN(number) || Double.isInfinite(number)
                ? Failure.processing("`double-to-integer` got no finite number")
                : new IntegerValue(new BigDecimal(number).toBigInteger());
    }

    private static Result floating(IntegerValue integer) {
        double number = integer.number().doubleValue();
        return Double.isInfinite(number)
                ? Failure.processing("`integer-to-double` got an integer beyond all doubles")
                : DoubleValue.of(number);
    }
}
