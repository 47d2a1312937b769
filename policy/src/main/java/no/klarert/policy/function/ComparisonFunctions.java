package no.klarert.policy.function;

import static no.klarert.policy.function.Functions.V1;
import static no.klarert.policy.function.Functions.V2;

import java.util.stream.Stream;
import no.klarert.policy.function.Function.Strict;
import no.klarert.policy.value.BooleanValue;
import no.klarert.policy.value.DataType;
import no.klarert.policy.value.DateTimeValue;
import no.klarert.policy.value.DateValue;
import no.klarert.policy.value.DoubleValue;
import no.klarert.policy.value.Failure;
import no.klarert.policy.value.IntegerValue;
import no.klarert.policy.value.Result;
import no.klarert.policy.value.StringValue;
import no.klarert.policy.value.TimeValue;
import no.klarert.policy.value.ValueType;

/** Order (XACML 3.0 §A.3.6, §A.3.8). Dates without a time zone are taken as UTC. */
final class ComparisonFunctions {
    private static final long NANOS_PER_DAY = 24L * 60 * 60 * 1_000_000_000;

    private ComparisonFunctions() {}

    /** How two values stand to each other. */
    private enum Order {
        LESS,
        EQUAL,
        GREATER,
        /** None of these, as everything is to NaN. */
        NONE,
        /** There is no answer. */
        UNDEFINED;

        static Order of(int sign) {
            return sign < 0 ? LESS : sign > 0 ? GREATER : EQUAL;
        }
    }

    private interface Ordering {
        Order compare(Result left, Result right);
    }

    static Stream<Function> all() {
        return Stream.of(
                        family(DataType.INTEGER, ComparisonFunctions::integers),
                        family(DataType.DOUBLE, ComparisonFunctions::doubles),
                        family(DataType.STRING, ComparisonFunctions::strings),
                        family(DataType.TIME, ComparisonFunctions::times),
                        family(DataType.DATE, ComparisonFunctions::dates),
                        family(DataType.DATE_TIME, ComparisonFunctions::dateTimes),
                        Stream.of(timeInRange()))
                .flatMap(family -> family);
    }

    private static Stream<Function> family(DataType type, Ordering ordering) {
        return Stream.of(
                comparison(type, "greater-than", ordering, Order.GREATER, Order.GREATER),
                comparison(type, "greater-than-or-equal", ordering, Order.GREATER, Order.EQUAL),
                comparison(type, "less-than", ordering, Order.LESS, Order.LESS),
                comparison(type, "less-than-or-equal", ordering, Order.LESS, Order.EQUAL));
    }

    private static Function comparison(DataType type, String name, Ordering ordering, Order one, Order other) {
        return new Strict(V1 + type.shortName() + "-" + name, Signature.predicate(type), arguments -> {
            var order = ordering.compare(arguments[0], arguments[1]);
            return order == Order.UNDEFINED
                    ? Failure.processing("a time with a zone and one without cannot be compared")
                    : BooleanValue.of(order == one || order == other);
        });
    }

    private static Order integers(Result left, Result right) {
        return Order.of(((IntegerValue) left).number().compareTo(((IntegerValue) right).number()));
    }

    private static Order doubles(Result left, Result right) {
        double a = ((DoubleValue) left).number();
        double b = ((DoubleValue) right).number();
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return Order.NONE;
        }
        return a == b ? Order.EQUAL : Order.of(Double.compare(a, b));
    }

    private static Order strings(Result left, Result right) {
        return Order.of(byCodePoint(((StringValue) left).text(), ((StringValue) right).text()));
    }

    /** Unlike {@link String#compareTo}, which puts characters outside the basic plane before some inside it. */
    private static int byCodePoint(String left, String right) {
        int shorter = Math.min(left.length(), right.length());
        for (int i = 0; i < shorter; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                boolean plain = Character.isSurrogate(a) == Character.isSurrogate(b);
                return plain ? Character.compare(a, b) : Character.isSurrogate(a) ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    private static Order times(Result left, Result right) {
        var a = (TimeValue) left;
        var b = (TimeValue) right;
        return a.zone().isPresent() == b.zone().isPresent()
                ? Order.of(Long.compare(a.nanos(), b.nanos()))
                : Order.UNDEFINED;
    }

    private static Order dates(Result left, Result right) {
        return Order.of(((DateValue) left).compareInTime((DateValue) right));
    }

    private static Order dateTimes(Result left, Result right) {
        return Order.of(((DateTimeValue) left).compareInTime((DateTimeValue) right));
    }

    private static Function timeInRange() {
        var time = ValueType.one(DataType.TIME);
        return new Strict(
                V2 + "time-in-range",
                Signature.of(ValueType.one(DataType.BOOLEAN), time, time, time),
                arguments -> BooleanValue.of(
                        isInRange((TimeValue) arguments[0], (TimeValue) arguments[1], (TimeValue) arguments[2])));
    }

    /** Ends included. The range goes from the one time to the next time it is the other, so it may hold a midnight. */
    private static boolean isInRange(TimeValue time, TimeValue from, TimeValue to) {
        long start = from.nanosIn(time.zone());
        return Math.floorMod(time.nanos() - start, NANOS_PER_DAY)
                <= Math.floorMod(to.nanosIn(time.zone()) - start, NANOS_PER_DAY);
    }
}
