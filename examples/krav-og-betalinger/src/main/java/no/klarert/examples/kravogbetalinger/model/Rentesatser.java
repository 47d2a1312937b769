package no.klarert.examples.kravogbetalinger.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The yearly rates of interest for late payment, in percent, each from a day until the next one's. */
public final class Rentesatser {
    private static final BigDecimal PERCENT_OF_A_YEAR = new BigDecimal(36_500);

    private final NavigableMap<LocalDate, BigDecimal> percentFrom;

    public Rentesatser(Map<LocalDate, BigDecimal> percentFrom) {
        this.percentFrom = new TreeMap<>(percentFrom);
    }

    /**
     * Simple interest on what remains of {@code due}, for each day after its due date up to and including {@code today}, to the
     * nearest øre. None on what is not overdue, and none on what the party is owed.
     */
    public BigDecimal estimate(BigDecimal remaining, LocalDate due, LocalDate today) {
        if (remaining.signum() <= 0 || !due.isBefore(today)) {
            return Beloep.ZERO;
        }
        var start = due.plusDays(1);
        var end = today.plusDays(1);
        var percentDays = Beloep.sum(percentFrom.entrySet().stream()
                .map(rate -> rate.getValue().multiply(days(rate.getKey(), start, end))));
        return remaining.multiply(percentDays).divide(PERCENT_OF_A_YEAR, 2, RoundingMode.HALF_UP);
    }

    /** How many days of {@code start} (included) to {@code end} (not included) the rate from {@code from} holds. */
    private BigDecimal days(LocalDate from, LocalDate start, LocalDate end) {
        var next = percentFrom.higherKey(from);
        var first = from.isAfter(start) ? from : start;
        var last = next != null && next.isBefore(end) ? next : end;
        return BigDecimal.valueOf(Math.max(0, ChronoUnit.DAYS.between(first, last)));
    }
}
