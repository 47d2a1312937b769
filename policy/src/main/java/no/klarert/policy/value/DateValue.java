package no.klarert.policy.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A day. Without a time zone it is a day in UTC. Years reach 999 999 999 before and after our era.
 *
 * @param zone the time zone, if the source named one
 */
public record DateValue(LocalDate day, Optional<ZoneOffset> zone, String text) implements Value {
    static final Failure OUT_OF_RANGE = Failure.processing("a date came out that is too far from now");
    private static final int SECONDS_PER_DAY = 24 * 60 * 60;
    private static final int FARTHEST_YEAR = 999_999_999;
    private static final int MINUTES_PER_DAY = 24 * 60;

    /**
     * This day moved; a failure if it leaves the years that can be written. The zone stays. INVARIANT: no lexical form is empty,
     * so an empty text stands for one that is yet to be made.
     */
    public Result moved(UnaryOperator<LocalDate> move) {
        try {
            var moved = move.apply(day);
            return isInRange(moved) ? new DateValue(moved, zone, "") : OUT_OF_RANGE;
        } catch (DateTimeException | ArithmeticException beyond) {
            return OUT_OF_RANGE;
        }
    }

    /** How the beginning of this day stands to that of another in time: negative, zero or positive. */
    public int compareInTime(DateValue other) {
        return Long.compare(start(), other.start());
    }

    private long start() {
        return day.toEpochDay() * SECONDS_PER_DAY - Zone.seconds(zone);
    }

    static boolean isInRange(LocalDate day) {
        return day.getYear() > -FARTHEST_YEAR && day.getYear() <= FARTHEST_YEAR;
    }

    @Override
    public String text() {
        return text.isEmpty() ? text(day) + Zone.text(zone) : text;
    }

    // INVARIANT: years before our era have no zero, LocalDate has one.
    static String text(LocalDate day) {
        int year = day.getYear();
        var digits = Integer.toString(year > 0 ? year : 1 - year);
        return (year > 0 ? "" : "-") + "0".repeat(Math.max(0, 4 - digits.length())) + digits + "-"
                + twoDigits(day.getMonthValue()) + "-" + twoDigits(day.getDayOfMonth());
    }

    static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    @Override
    public DataType type() {
        return DataType.DATE;
    }

    /** With a time zone from -11:59 to +12:00 (XML Schema part 2 §3.2.9.2). */
    @Override
    public String canonicalText() {
        int minutes = Zone.seconds(zone) / 60;
        int half = MINUTES_PER_DAY / 2;
        int days = minutes > half ? -1 : minutes <= -half ? 1 : 0;
        return days == 0
                ? text(day) + Zone.text(zone)
                : text(day.plusDays(days)) + Zone.text(Zone.ofMinutes(minutes + days * MINUTES_PER_DAY));
    }

    @Override
    public Comparable<?> key() {
        return start();
    }

    @Override
    public boolean sameAs(Value other) {
        return other instanceof DateValue that && start() == that.start();
    }
}
