package no.klarert.policy.function;

import static no.klarert.policy.function.Functions.V1;
import static no.klarert.policy.function.Functions.V3;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import no.klarert.policy.function.Function.Strict;
import no.klarert.policy.value.DataType;
import no.klarert.policy.value.DateTimeValue;
import no.klarert.policy.value.DateValue;
import no.klarert.policy.value.DayTimeDurationValue;
import no.klarert.policy.value.Result;
import no.klarert.policy.value.ValueType;
import no.klarert.policy.value.YearMonthDurationValue;

/**
 * Arithmetic of dates (XACML 3.0 §A.3.7; the identifiers of 1.0 are those of §10.2.9). The day is cut back to the length of the
 * month, the time zone or its absence stays, and a date more than 999 999 999 years away is an error.
 */
final class DateFunctions {
    private static final ValueType DATE = ValueType.one(DataType.DATE);
    private static final ValueType DATE_TIME = ValueType.one(DataType.DATE_TIME);
    private static final ValueType DAYS = ValueType.one(DataType.DAY_TIME_DURATION);
    private static final ValueType MONTHS = ValueType.one(DataType.YEAR_MONTH_DURATION);

    private DateFunctions() {}

    private interface Move<T> {
        T by(T moved, Result duration);
    }

    static Stream<Function> all() {
        return Stream.of(V3, V1).flatMap(DateFunctions::family);
    }

    private static Stream<Function> family(String version) {
        return Stream.of(
                moments(version + "dateTime-add-dayTimeDuration", DAYS, (local, by) -> local.plus(length(by))),
                moments(version + "dateTime-subtract-dayTimeDuration", DAYS, (local, by) -> local.minus(length(by))),
                moments(
                        version + "dateTime-add-yearMonthDuration",
                        MONTHS,
                        (local, by) -> local.plusMonths(months(by))),
                moments(
                        version + "dateTime-subtract-yearMonthDuration",
                        MONTHS,
                        (local, by) -> local.minusMonths(months(by))),
                days(version + "date-add-yearMonthDuration", (day, by) -> day.plusMonths(months(by))),
                days(version + "date-subtract-yearMonthDuration", (day, by) -> day.minusMonths(months(by))));
    }

    private static Function moments(String id, ValueType duration, Move<LocalDateTime> move) {
        return new Strict(
                id,
                Signature.of(DATE_TIME, DATE_TIME, duration),
                arguments -> ((DateTimeValue) arguments[0]).moved(local -> move.by(local, arguments[1])));
    }

    private static Function days(String id, Move<LocalDate> move) {
        return new Strict(
                id,
                Signature.of(DATE, DATE, MONTHS),
                arguments -> ((DateValue) arguments[0]).moved(day -> move.by(day, arguments[1])));
    }

    private static Duration length(Result duration) {
        return ((DayTimeDurationValue) duration).length();
    }

    private static long months(Result duration) {
        return ((YearMonthDurationValue) duration).months();
    }
}
