package no.klarert.policy.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A point in time as a clock shows it. Without a time zone it is taken as UTC. Years reach 999 999 999 before and after our era.
 *
 * @param zone the time zone, if the source named one
 */
public record DateTimeValue(LocalDateTime local, Optional<ZoneOffset> zone, String text) implements Value {
    /**
     * This value moved; a failure if it leaves the years that can be written. The zone stays. INVARIANT: no lexical form is
     * empty, so an empty text stands for one that is yet to be made.
     */
    public Result moved(UnaryOperator<LocalDateTime> move) {
        try {
            var moved = move.apply(local);
            return DateValue.isInRange(moved.toLocalDate())
                    ? new DateTimeValue(moved, zone, "")
                    : DateValue.OUT_OF_RANGE;
        } catch (DateTimeException | ArithmeticException beyond) {
            return DateValue.OUT_OF_RANGE;
        }
    }

    @Override
    public String text() {
        return text.isEmpty() ? text(local, zone) : text;
    }

    private static String text(LocalDateTime moment, Optional<ZoneOffset> zone) {
        return DateValue.text(moment.toLocalDate()) + "T" + TimeValue.text(moment.toLocalTime()) + Zone.text(zone);
    }

    /** How this stands to another in time: negative, zero or positive. */
    public int compareInTime(DateTimeValue other) {
        return zone.equals(other.zone)
                ? local.compareTo(other.local)
                : instant().compareTo(other.instant());
    }

    private Instant instant() {
        return local.toInstant(zone.orElse(ZoneOffset.UTC));
    }

    @Override
    public DataType type() {
        return DataType.DATE_TIME;
    }

    /** In UTC if there is a time zone (XML Schema part 2 §3.2.7.2). */
    @Override
    public String canonicalText() {
        var shown = zone.isEmpty() ? local : local.minusSeconds(Zone.seconds(zone));
        return text(shown, zone.isEmpty() ? Zone.NONE : Zone.UTC);
    }

    @Override
    public Comparable<?> key() {
        return instant();
    }

    @Override
    public boolean sameAs(Value other) {
        return other instanceof DateTimeValue that && compareInTime(that) == 0;
    }
}
