package no.klarert.examples.kravogbetalinger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import no.klarert.examples.kravogbetalinger.model.Periode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PerioderTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-03-01",
        "2026-01-01, 2027-01-01",
        "2024-02-29, 2025-02-28",
        "2023-02-28, 2024-02-28",
        "0000-01-01, 0001-01-01",
    })
    void reads_a_period_of_up_to_a_year(String start, String end) {
        assertThat(Perioder.read(start, end)).isEqualTo(new Periode(LocalDate.parse(start), LocalDate.parse(end)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 2026-03-01",
        "2026-01-01, 2027-01-02",
        "2024-02-29, 2025-03-01",
        "2023-02-28, 2024-02-29",
        "2025-02-29, 2025-03-01",
        "2026-13-01, 2026-12-31",
        "20260101, 2026-12-31",
        "-2026-01-01, 2026-12-31",
        "2026-01-01, ２０２６-01-02",
    })
    void refuses_what_is_not_one(String start, String end) {
        assertThatThrownBy(() -> Perioder.read(start, end))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Feilkode.KB_006));
    }

    @Test
    void names_the_date_that_is_missing() {
        assertThatThrownBy(() -> Perioder.read(null, "2026-01-01")).hasMessage("fraOgMed mangler");
        assertThatThrownBy(() -> Perioder.read("2026-01-01", null)).hasMessage("tilOgMed mangler");
    }
}
