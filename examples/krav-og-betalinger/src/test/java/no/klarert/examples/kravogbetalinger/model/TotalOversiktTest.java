package no.klarert.examples.kravogbetalinger.model;

import static no.klarert.examples.kravogbetalinger.model.Rows.claim;
import static no.klarert.examples.kravogbetalinger.model.Rows.due;
import static no.klarert.examples.kravogbetalinger.model.Rows.payment;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TotalOversiktTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-25");

    @Test
    void nothing_comes_to_nothing() {
        assertThat(TotalOversikt.of(List.of(), List.of(), TODAY))
                .isEqualTo(total("0.00", "0.00", "0.00", "0.00", "0.00"));
    }

    @Test
    void the_saldo_is_what_is_owed_and_estimated_less_what_is_unplaced() {
        var claims = List.of(
                claim("Skatt", "12.34", due("2026-10-01", "1000.50"), due("2027-02-15", "2000.00")),
                claim("Skatt", "0.00", due("2026-12-01", "0.75")));
        var payments = List.of(payment("300.25"), payment("0.25"));

        assertThat(TotalOversikt.of(claims, payments, TODAY))
                .isEqualTo(total("12.34", "1000.50", "2000.75", "300.50", "2713.09"));
    }

    @Test
    void the_due_date_itself_is_still_in_time() {
        var claims = List.of(claim("Skatt", "0.00", due("2026-11-25", "100.00")));

        assertThat(TotalOversikt.of(claims, List.of(), TODAY).sumForfalteKrav()).isEqualByComparingTo("0");
        assertThat(TotalOversikt.of(claims, List.of(), TODAY.plusDays(1)).sumForfalteKrav())
                .isEqualByComparingTo("100");
    }

    @Test
    void what_the_party_is_owed_counts_against_what_it_owes() {
        var claims = List.of(
                claim("Merverdiavgift", "0.00", due("2026-10-12", "-18400.00")),
                claim("Skatt", "0.00", due("2026-10-12", "10000.00")));

        assertThat(TotalOversikt.of(claims, List.of(), TODAY).saldo()).isEqualByComparingTo("-8400");
    }

    @Test
    void each_group_has_its_own_totals_in_order_of_name() {
        var claims = List.of(
                claim("Skatt", "1.00", due("2026-10-01", "100.00")),
                claim("Merverdiavgift", "2.00", due("2026-12-10", "200.00")),
                claim("Skatt", "3.00", due("2026-12-10", "300.00")));

        assertThat(KravgruppeOversikt.of(claims, TODAY))
                .containsExactly(
                        group("Merverdiavgift", "2.00", "0.00", "200.00", "202.00"),
                        group("Skatt", "4.00", "100.00", "300.00", "404.00"));
    }

    private static TotalOversikt total(String interest, String overdue, String notYet, String unplaced, String saldo) {
        return new TotalOversikt(
                new BigDecimal(interest),
                new BigDecimal(overdue),
                new BigDecimal(notYet),
                new BigDecimal(unplaced),
                new BigDecimal(saldo));
    }

    private static KravgruppeOversikt group(String name, String interest, String overdue, String notYet, String saldo) {
        return new KravgruppeOversikt(
                name, new BigDecimal(interest), new BigDecimal(overdue), new BigDecimal(notYet), new BigDecimal(saldo));
    }
}
