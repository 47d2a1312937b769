package no.klarert.policy.value;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Dates and times of XML Schema part 2 §3.2.7–3.2.9. Years have four to nine digits and are never 0000, fractions of a second
 * at most nine digits, zones reach 14:00 from UTC, and {@code 24:00:00} is the end of a day.
 */
final class DateTimeParser {
    private final Scanner source;
    private final String text;
    private boolean isEndOfDay;

    private DateTimeParser(String text) {
        this.source = new Scanner(text);
        this.text = text;
    }

    static Optional<Value> date(String text) {
        return new DateTimeParser(text).date();
    }

    static Optional<Value> time(String text) {
        return new DateTimeParser(text).time();
    }

    static Optional<Value> dateTime(String text) {
        return new DateTimeParser(text).dateTime();
    }

    private Optional<Value> date() {
        var day = day();
        var zone = zone();
        return source.isDone() ? Optional.of(new DateValue(day, zone, text)) : Optional.empty();
    }

    private Optional<Value> time() {
        var clock = clock();
        var zone = zone();
        return source.isDone() ? Optional.of(new TimeValue(clock, zone, text)) : Optional.empty();
    }

    private Optional<Value> dateTime() {
        var day = day();
        source.expect('T');
        var clock = clock();
        var zone = zone();
        if (!source.isDone() || (isEndOfDay && day.equals(LocalDate.MAX))) {
            return Optional.empty();
        }
        var moment = (isEndOfDay ? day.plusDays(1) : day).atTime(clock);
        return Optional.of(new DateTimeValue(moment, zone, text));
    }

    private LocalDate day() {
        boolean beforeOurEra = source.takes('-');
        int digits = source.digits();
        boolean padded = digits > 4 && source.isNext('0');
        int year = digits >= 4 && digits <= 9 && !padded ? (int) source.number(digits) : 0;
        source.expect('-');
        int month = (int) source.number(2);
        source.expect('-');
        int day = (int) source.number(2);
        // INVARIANT: years before our era have no zero, LocalDate has one.
        int proleptic = beforeOurEra ? 1 - year : year;
        return isDay(year, proleptic, month, day) ? LocalDate.of(proleptic, month, day) : failed(LocalDate.EPOCH);
    }

    private static boolean isDay(int year, int proleptic, int month, int day) {
        return year > 0
                && month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= LocalDate.of(proleptic, month, 1).lengthOfMonth());
    }

    private LocalTime clock() {
        int hour = (int) source.number(2);
        source.expect(':');
        int minute = (int) source.number(2);
        source.expect(':');
        int second = (int) source.number(2);
        int nanos = source.takes('.') ? source.nanos() : 0;
        if (hour == 24 && minute == 0 && second == 0 && nanos == 0) {
            isEndOfDay = true;
            return LocalTime.MIDNIGHT;
        }
        return hour < 24 && minute < 60 && second < 60
                ? LocalTime.of(hour, minute, second, nanos)
                : failed(LocalTime.MIDNIGHT);
    }

    private Optional<ZoneOffset> zone() {
        if (source.takes('Z')) {
            return Zone.UTC;
        }
        boolean west = source.isNext('-');
        if (source.failed() || !(west ? source.takes('-') : source.takes('+'))) {
            return Zone.NONE;
        }
        int hours = (int) source.number(2);
        source.expect(':');
        int minutes = (int) source.number(2);
        int total = hours * 60 + minutes;
        if (minutes > 59 || !Zone.isInRange(total)) {
            return failed(Zone.NONE);
        }
        return total == 0 ? Zone.UTC : Zone.ofMinutes(west ? -total : total);
    }

    private <T> T failed(T placeholder) {
        source.fail();
        return placeholder;
    }
}
