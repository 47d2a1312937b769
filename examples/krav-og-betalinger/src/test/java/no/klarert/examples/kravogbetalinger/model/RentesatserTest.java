package no.klarert.examples.kravogbetalinger.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RentesatserTest {
    private final Rentesatser rates = new Rentesatser(Map.of(
            LocalDate.parse("2025-07-01"), new BigDecimal("12.25"),
            LocalDate.parse("2026-01-01"), new BigDecimal("12.00")));

    @ParameterizedTest(name = "{0} due {1}: {3} on {2}")
    @CsvSource({
        "36500.00, 2026-11-24, 2026-11-24, 0.00",
        "36500.00, 2026-11-24, 2026-11-25, 12.00",
        "36500.00, 2026-11-24, 2026-12-04, 120.00",
        "36500.00, 2025-12-30, 2025-12-31, 12.25",
        "36500.00, 2025-12-30, 2026-01-01, 24.25",
        "36500.00, 2025-06-29, 2025-06-30, 0.00",
        "36500.00, 2025-06-29, 2025-07-01, 12.25",
        "0.01, 2026-01-01, 2026-01-02, 0.00",
        "0.00, 2026-01-01, 2026-11-25, 0.00",
        "-18400.00, 2026-01-01, 2026-11-25, 0.00",
        "34385.00, 2026-10-12, 2026-11-25, 497.40",
    })
    void counts_each_day_after_the_due_date_at_its_rate(
            BigDecimal remaining, LocalDate due, LocalDate today, BigDecimal expected) {
        assertThat(rates.estimate(remaining, due, today)).isEqualTo(expected);
    }
}
