package no.klarert.policy.value;

import java.time.Duration;
import java.util.Optional;

/**
 * A length of time in days, hours, minutes and seconds (XPath data model §3.3.2). Each number has at most 12 digits, a fraction
 * of a second at most nine.
 */
public record DayTimeDurationValue(Duration length, String text) implements Value {
    private static final int MAX_DIGITS = 12;
    private static final String UNITS = "HMS";

    static Optional<Value> parse(String text) {
        var source = new Scanner(text);
        boolean negative = source.takes('-');
        source.expect('P');
        var length = Duration.ZERO;
        if (source.digits() > 0) {
            length = Duration.ofDays(number(source));
            source.expect('D');
        }
        if (source.takes('T')) {
            length = length.plus(clock(source));
        } else if (text.endsWith("P")) {
            source.fail();
        }
        return source.isDone()
                ? Optional.of(new DayTimeDurationValue(negative ? length.negated() : length, text))
                : Optional.empty();
    }

    /** At least one of hours, minutes and seconds, in this order. */
    private static Duration clock(Scanner source) {
        var length = Duration.ZERO;
        int unit = -1;
        do {
            long number = number(source);
            boolean isFraction = source.takes('.');
            int nanos = isFraction ? source.nanos() : 0;
            int next = unit(source);
            if (next <= unit || (isFraction && next != 2)) {
                source.fail();
            }
            unit = next;
            length = length.plus(of(number, unit)).plusNanos(nanos);
        } while (!source.failed() && source.digits() > 0);
        return length;
    }

    private static long number(Scanner source) {
        int digits = source.digits();
        return source.number(digits > MAX_DIGITS ? 0 : digits);
    }

    private static int unit(Scanner source) {
        for (int i = 0; i < UNITS.length(); i++) {
            if (source.takes(UNITS.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static Duration of(long number, int unit) {
        return switch (unit) {
            case 0 -> Duration.ofHours(number);
            case 1 -> Duration.ofMinutes(number);
            default -> Duration.ofSeconds(number);
        };
    }

    @Override
    public DataType type() {
        return DataType.DAY_TIME_DURATION;
    }

    /** Hours below 24, minutes and seconds below 60, nothing that is zero: {@code P1DT2H3.5S}, or {@code PT0S}. */
    @Override
    public String canonicalText() {
        if (length.isZero()) {
            return "PT0S";
        }
        var size = length.abs();
        var clock = part(size.toHoursPart(), "H") + part(size.toMinutesPart(), "M") + seconds(size);
        return (length.isNegative() ? "-P" : "P") + part(size.toDaysPart(), "D") + (clock.isEmpty() ? "" : "T" + clock);
    }

    private static String part(long number, String unit) {
        return number == 0 ? "" : number + unit;
    }

    private static String seconds(Duration size) {
        var fraction = TimeValue.fraction(size.toNanosPart());
        return fraction.isEmpty() ? part(size.toSecondsPart(), "S") : size.toSecondsPart() + fraction + "S";
    }

    @Override
    public Comparable<?> key() {
        return length;
    }
}
