package no.klarert.policy.reference;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates, times and durations of XML Schema part 2 §3.2.6–3.2.9 and XPath functions §10. */
final class ReferenceDates {
    static final BigDecimal DAY = BigDecimal.valueOf(86_400);

    private static final String YEAR_MONTH_DAY =
            "(?<year>-?([1-9][0-9]{4,8}|[0-9]{4}))-(?<month>[0-9]{2})-(?<day>[0-9]{2})";
    private static final String CLOCK = "(?<hour>[0-9]{2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2}([.][0-9]+)?)";
    private static final String ZONE = "(?<zone>Z|[+-][0-9]{2}:[0-9]{2})?";
    private static final Pattern DATE = Pattern.compile(YEAR_MONTH_DAY + ZONE);
    private static final Pattern TIME = Pattern.compile(CLOCK + ZONE);
    private static final Pattern DATE_TIME = Pattern.compile(YEAR_MONTH_DAY + "T" + CLOCK + ZONE);
    private static final Pattern DAYS = Pattern.compile(
            "(?<sign>-)?P(?=[0-9T])((?<d>[0-9]+)D)?(T(?=[0-9])((?<h>[0-9]+)H)?((?<m>[0-9]+)M)?((?<s>[0-9]+([.][0-9]+)?)S)?)?");
    private static final Pattern MONTHS = Pattern.compile("(?<sign>-)?P(?=[0-9])((?<y>[0-9]+)Y)?((?<m>[0-9]+)M)?");

    /** The day that XPath functions §10.4 puts a time on to compare it. */
    private static final LocalDate ANY_DAY = LocalDate.of(1972, 12, 31);

    private ReferenceDates() {}

    /**
     * A point in time as it is written.
     *
     * @param second seconds since midnight, less than a day
     * @param zone minutes east of UTC; without, it is taken as UTC
     */
    record Moment(LocalDate day, BigDecimal second, Optional<Integer> zone) {
        /** Seconds since 1970 in UTC. */
        BigDecimal instant() {
            return instantIn(0);
        }

        BigDecimal instantIn(int defaultZone) {
            return BigDecimal.valueOf(day.toEpochDay())
                    .multiply(DAY)
                    .add(second)
                    .subtract(BigDecimal.valueOf(60L * zone.orElse(defaultZone)));
        }

        Moment plusMonths(BigInteger months) {
            return new Moment(day.plusMonths(months.longValueExact()), second, zone);
        }

        Moment plusSeconds(BigDecimal seconds) {
            var sum = second.add(seconds);
            var days = sum.divideToIntegralValue(DAY).longValueExact();
            days -= sum.signum() < 0 && sum.remainder(DAY).signum() != 0 ? 1 : 0;
            return new Moment(day.plusDays(days), sum.subtract(DAY.multiply(BigDecimal.valueOf(days))), zone);
        }
    }

    static Optional<Object> read(String type, String text) {
        var pattern = switch (type) {
            case "date" -> DATE;
            case "time" -> TIME;
            default -> DATE_TIME;
        };
        var matcher = pattern.matcher(text);
        try {
            return matcher.matches() ? Optional.of(moment(type, matcher)) : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Moment moment(String type, Matcher matcher) {
        var day = type.equals("time") ? ANY_DAY : day(matcher);
        var second = type.equals("date") ? BigDecimal.ZERO : second(matcher);
        var zone = Optional.ofNullable(matcher.group("zone")).map(ReferenceDates::zone);
        return second.compareTo(DAY) < 0
                ? new Moment(day, second, zone)
                : new Moment(type.equals("time") ? day : day.plusDays(1), BigDecimal.ZERO, zone);
    }

    /** There is no year 0 in XML Schema; to LocalDate it is the year before 1. */
    private static LocalDate day(Matcher matcher) {
        int year = Integer.parseInt(matcher.group("year"));
        require(year != 0);
        return LocalDate.of(
                year < 0 ? year + 1 : year,
                Integer.parseInt(matcher.group("month")),
                Integer.parseInt(matcher.group("day")));
    }

    private static BigDecimal second(Matcher matcher) {
        int hour = Integer.parseInt(matcher.group("hour"));
        int minute = Integer.parseInt(matcher.group("minute"));
        var second = new BigDecimal(matcher.group("second"));
        require(minute < 60 && second.compareTo(BigDecimal.valueOf(60)) < 0);
        var total = BigDecimal.valueOf(3_600L * hour + 60L * minute).add(second);
        require(total.compareTo(DAY) <= 0);
        return total.signum() == 0 ? BigDecimal.ZERO : total.stripTrailingZeros();
    }

    private static int zone(String text) {
        if (text.equals("Z")) {
            return 0;
        }
        int hours = Integer.parseInt(text.substring(1, 3));
        int minutes = Integer.parseInt(text.substring(4));
        int total = hours * 60 + minutes;
        require(minutes < 60 && total <= 14 * 60);
        return text.startsWith("-") ? -total : total;
    }

    private static void require(boolean valid) {
        if (!valid) {
            throw new DateTimeException("no such day or time");
        }
    }

    /** In seconds. */
    static Optional<Object> dayTimeDuration(String text) {
        var matcher = DAYS.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var seconds = number(matcher, "d")
                .multiply(DAY)
                .add(number(matcher, "h").multiply(BigDecimal.valueOf(3_600)))
                .add(number(matcher, "m").multiply(BigDecimal.valueOf(60)))
                .add(number(matcher, "s"));
        return Optional.of(signed(matcher, seconds).stripTrailingZeros());
    }

    /** In months. */
    static Optional<Object> yearMonthDuration(String text) {
        var matcher = MONTHS.matcher(text);
        return matcher.matches()
                ? Optional.of(signed(
                                matcher,
                                number(matcher, "y")
                                        .multiply(BigDecimal.valueOf(12))
                                        .add(number(matcher, "m")))
                        .toBigIntegerExact())
                : Optional.empty();
    }

    private static BigDecimal number(Matcher matcher, String group) {
        var digits = matcher.group(group);
        return digits == null ? BigDecimal.ZERO : new BigDecimal(digits);
    }

    private static BigDecimal signed(Matcher matcher, BigDecimal number) {
        return matcher.group("sign") == null ? number : number.negate();
    }

    /** Times and dateTimes with a zone in UTC, dates with one between -11:59 and +12:00. */
    static String canonical(String type, Moment moment) {
        if (type.equals("date")) {
            return canonicalDate(moment);
        }
        var shown = moment.zone().isEmpty()
                ? moment
                : moment.plusSeconds(BigDecimal.valueOf(-60L * moment.zone().get()));
        var clock = clock(shown.second()) + (moment.zone().isEmpty() ? "" : "Z");
        return type.equals("time") ? clock : text(shown.day()) + "T" + clock;
    }

    private static String canonicalDate(Moment moment) {
        int minutes = moment.zone().orElse(0);
        int days = minutes > 720 ? -1 : minutes <= -720 ? 1 : 0;
        var zone = moment.zone().isEmpty() ? "" : zoneText(minutes + days * 1_440);
        return text(moment.day().plusDays(days)) + zone;
    }

    private static String zoneText(int minutes) {
        int size = Math.abs(minutes);
        return minutes == 0 ? "Z" : "%s%02d:%02d".formatted(minutes < 0 ? "-" : "+", size / 60, size % 60);
    }

    private static String text(LocalDate day) {
        int year = day.getYear();
        return (year < 1 ? "-" : "")
                + "%04d-%02d-%02d".formatted(year < 1 ? 1 - year : year, day.getMonthValue(), day.getDayOfMonth());
    }

    private static String clock(BigDecimal second) {
        int whole = second.intValue();
        var fraction = second.remainder(BigDecimal.ONE);
        return "%02d:%02d:%02d".formatted(whole / 3_600, whole / 60 % 60, whole % 60)
                + (fraction.signum() == 0 ? "" : plain(fraction).substring(1));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** A dayTimeDuration: hours below 24, minutes and seconds below 60, nothing that is zero. */
    static String canonical(BigDecimal seconds) {
        var size = seconds.abs();
        long whole = size.longValue();
        var clock = part(BigDecimal.valueOf(whole / 3_600 % 24), "H")
                + part(BigDecimal.valueOf(whole / 60 % 60), "M")
                + part(BigDecimal.valueOf(whole % 60).add(size.remainder(BigDecimal.ONE)), "S");
        return seconds.signum() == 0
                ? "PT0S"
                : sign(seconds.signum())
                        + part(BigDecimal.valueOf(whole / 86_400), "D")
                        + (clock.isEmpty() ? "" : "T" + clock);
    }

    static String canonicalMonths(BigInteger months) {
        var parts = months.abs().divideAndRemainder(BigInteger.valueOf(12));
        return months.signum() == 0
                ? "P0M"
                : sign(months.signum()) + part(new BigDecimal(parts[0]), "Y") + part(new BigDecimal(parts[1]), "M");
    }

    private static String sign(int signum) {
        return signum < 0 ? "-P" : "P";
    }

    private static String part(BigDecimal number, String unit) {
        return number.signum() == 0 ? "" : plain(number) + unit;
    }
}
