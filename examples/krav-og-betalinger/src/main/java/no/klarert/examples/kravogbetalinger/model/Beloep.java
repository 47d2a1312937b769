package no.klarert.examples.kravogbetalinger.model;

import java.math.BigDecimal;
import java.util.stream.Stream;

/** Amounts of money: kroner with two decimals. */
public final class Beloep {
    public static final BigDecimal ZERO = new BigDecimal("0.00");

    private Beloep() {}

    /** The sum, 0.00 of nothing. */
    public static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(ZERO, BigDecimal::add);
    }
}
