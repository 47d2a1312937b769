package no.klarert.policy.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times of XML Schema part 2 §3.2.7–3.2.9. Years have four to nine digits and are never 0000, fractions of a second
 * at most nine digits, zones reach 14:00 from UTC, and {@code 24:00:00} is the end of a day.
 */
final class DateTimeParser {
    private static final String DATE = "(-?)([1-9][0-9]{4,8}|[0-9]{4})-([0-9]{2})-([0-9]{2})";
    private static final String TIME = "([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\\.([0-9]{1,9}))?";
    private static final String ZONE = "(Z|[+-][0-9]{2}:[0-9]{2})?";
    private static final Pattern DATE_ONLY = Pattern.compile(DATE + ZONE);
    private static final Pattern TIME_ONLY = Pattern.compile(TIME + ZONE);
    private static final Pattern DATE_AND_TIME = Pattern.compile(DATE + "T" + TIME + ZONE);
    private static final int LATEST_ZONE_MINUTES = 14 * 60;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private DateTimeParser() {}

    static Optional<Value> date(String text) {
        return parse(
                DATE_ONLY.matcher(text),
                parts -> new DateValue(day(parts).atStartOfDay().toInstant(zone(parts.group(5))), text));
    }

    static Optional<Value> time(String text) {
        return parse(TIME_ONLY.matcher(text), parts -> {
            var zone = parts.group(5);
            long nanos = clock(parts, 1).toNanoOfDay() - zone(zone).getTotalSeconds() * NANOS_PER_SECOND;
            return new TimeValue(nanos, zone != null, text);
        });
    }

    static Optional<Value> dateTime(String text) {
        return parse(DATE_AND_TIME.matcher(text), parts -> {
            var date = isEndOfDay(parts, 5) ? day(parts).plusDays(1) : day(parts);
            return new DateTimeValue(date.atTime(clock(parts, 5)).toInstant(zone(parts.group(9))), text);
        });
    }

    /** How a value is made of the groups of a match. Numbers that name no date or time end in a {@link DateTimeException}. */
    private interface Making {
        Value from(MatchResult parts);
    }

    private static Optional<Value> parse(Matcher matcher, Making making) {
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(making.from(matcher));
        } catch (DateTimeException outOfRange) {
            return Optional.empty();
        }
    }

    private static LocalDate day(MatchResult parts) {
        int year = number(parts, 2);
        if (year == 0) {
            throw new DateTimeException("there is no year 0000");
        }
        // INVARIANT: years before our era have no zero, LocalDate has one.
        return LocalDate.of(parts.group(1).isEmpty() ? year : 1 - year, number(parts, 3), number(parts, 4));
    }

    private static LocalTime clock(MatchResult parts, int hour) {
        if (isEndOfDay(parts, hour)) {
            return LocalTime.MIDNIGHT;
        }
        return LocalTime.of(
                number(parts, hour), number(parts, hour + 1), number(parts, hour + 2), nanos(parts, hour + 3));
    }

    private static boolean isEndOfDay(MatchResult parts, int hour) {
        return number(parts, hour) == 24
                && number(parts, hour + 1) == 0
                && number(parts, hour + 2) == 0
                && nanos(parts, hour + 3) == 0;
    }

    private static int nanos(MatchResult parts, int group) {
        var fraction = parts.group(group);
        return fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
    }

    private static ZoneOffset zone(@Nullable String zone) {
        if (zone == null || zone.equals("Z")) {
            return ZoneOffset.UTC;
        }
        int hours = Integer.parseInt(zone.substring(1, 3));
        int minutes = Integer.parseInt(zone.substring(4));
        if (minutes > 59 || hours * 60 + minutes > LATEST_ZONE_MINUTES) {
            throw new DateTimeException("a zone is at most 14:00 from UTC");
        }
        int seconds = (hours * 60 + minutes) * 60;
        return ZoneOffset.ofTotalSeconds(zone.charAt(0) == '-' ? -seconds : seconds);
    }

    private static int number(MatchResult parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
