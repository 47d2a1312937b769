package no.klarert.policy.value;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A time of day. Without a time zone it is a time in UTC.
 *
 * @param zone the time zone, if the source named one
 */
public record TimeValue(LocalTime local, Optional<ZoneOffset> zone, String text) implements Value {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /** Nanoseconds since midnight UTC of the day it is in its own zone; may be negative or exceed a day. */
    public long nanos() {
        return nanos(zone);
    }

    /** The same, for a time that is in the given zone unless it names one. */
    public long nanosIn(Optional<ZoneOffset> otherwise) {
        return nanos(zone.isEmpty() ? otherwise : zone);
    }

    private long nanos(Optional<ZoneOffset> in) {
        return local.toNanoOfDay() - Zone.seconds(in) * NANOS_PER_SECOND;
    }

    /** With seconds, and a fraction of them without zeros at its end. */
    static String text(LocalTime time) {
        var clock = DateValue.twoDigits(time.getHour()) + ":" + DateValue.twoDigits(time.getMinute()) + ":"
                + DateValue.twoDigits(time.getSecond());
        return clock + fraction(time.getNano());
    }

    /** Nothing, or a point and up to nine digits. */
    static String fraction(int nanos) {
        if (nanos == 0) {
            return "";
        }
        var digits = Long.toString(NANOS_PER_SECOND + nanos).substring(1);
        int end = digits.length();
        while (digits.charAt(end - 1) == '0') {
            end--;
        }
        return "." + digits.substring(0, end);
    }

    @Override
    public DataType type() {
        return DataType.TIME;
    }

    /** In UTC if there is a time zone (XML Schema part 2 §3.2.8.2). */
    @Override
    public String canonicalText() {
        return zone.isEmpty() ? text(local) : text(local.minusSeconds(Zone.seconds(zone))) + "Z";
    }

    @Override
    public Comparable<?> key() {
        return nanos();
    }

    @Override
    public boolean sameAs(Value other) {
        return other instanceof TimeValue that && nanos() == that.nanos();
    }
}
