package no.klarert.examples.kravogbetalinger;

import static no.klarert.examples.kravogbetalinger.ApiUnderTest.BAKERY;
import static no.klarert.examples.kravogbetalinger.ApiUnderTest.PLUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is answered to one with access (Krav og betalinger, models). */
class AnswersTest {
    private static final String YEAR = "?fraOgMed=2026-01-01&tilOgMed=2026-12-31";

    private final ApiUnderTest api = ApiUnderTest.start().permitting(BAKERY).permitting(PLUMBER);

    @Test
    void the_open_claims_are_those_of_which_something_remains() {
        var answer = bakery("aapnekrav");

        assertThat(answer.path("aapentKravMedGjenstaaendeBeloep").valueStream())
                .extracting(krav -> krav.path("kravidentifikator").asString())
                .containsExactly(
                        "krav-2026-100480",
                        "krav-2026-100511",
                        "krav-2026-100590",
                        "krav-2026-100604",
                        "krav-2026-100611");
        assertThat(answer.path("innbetalingMedUplassertBeloep").valueStream())
                .extracting(payment -> payment.path("innbetalingsidentifikator").asString())
                .containsExactly("inn-2026-20547");
    }

    @Test
    void the_totals_are_the_sums_of_the_rows() {
        var total = bakery("aapnekrav").path("totalOversikt");

        assertThat(amount(total, "sumForfalteKrav")).isEqualByComparingTo("34797.50");
        assertThat(amount(total, "sumIkkeForfalteKrav")).isEqualByComparingTo("159997.00");
        assertThat(amount(total, "sumStipulerteRenter")).isEqualByComparingTo("499.57");
        assertThat(amount(total, "sumUplasserteInnbetalinger")).isEqualByComparingTo("2500.00");
        assertThat(amount(total, "saldo")).isEqualByComparingTo("192794.07");
    }

    @Test
    void the_groups_come_to_the_total_but_for_the_unplaced_payments() {
        var answer = bakery("aapnekrav");
        var groups = answer.path("oversiktPerKravgruppe")
                .valueStream()
                .map(group -> amount(group, "saldo"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var total = answer.path("totalOversikt");

        assertThat(groups.subtract(amount(total, "sumUplasserteInnbetalinger")))
                .isEqualByComparingTo(amount(total, "saldo"));
    }

    @ParameterizedTest
    @CsvSource({
        "313371735, aapnekrav, bryggen",
        "314159268, aapnekrav, fjellheim",
        "314159268, krav, fjellheim",
        "314159268, innbetalinger, fjellheim",
        "314159268, utbetalinger, fjellheim",
    })
    void the_whole_answer_is_as_recorded(String party, String what, String record) throws IOException {
        var period = what.equals("aapnekrav") ? "" : YEAR;
        var answer = api.get("/v1/finans/" + party + "/" + what + period).json();

        assertThat(answer).isEqualTo(recorded(record + "-" + what));
    }

    @Test
    void a_claim_in_the_period_is_answered_although_nothing_remains_of_it() {
        var answer = bakery("krav?fraOgMed=2026-09-05&tilOgMed=2026-10-05");

        assertThat(answer.path("krav").valueStream())
                .extracting(krav -> krav.path("kravidentifikator").asString())
                .containsExactly("krav-2026-100417", "krav-2026-100480");
        assertThat(answer.path("periode").path("fraOgMed").asString()).isEqualTo("2026-09-05");
    }

    @Test
    void a_period_without_rows_is_not_found() {
        for (var what : new String[] {"krav", "innbetalinger", "utbetalinger"}) {
            var reply = api.get("/v1/finans/" + BAKERY + "/" + what + "?fraOgMed=2020-01-01&tilOgMed=2020-12-31");

            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.code()).isEqualTo("KB-007");
        }
    }

    @Test
    void one_partys_rows_are_never_anothers() {
        for (var what : new String[] {"aapnekrav", "krav" + YEAR, "innbetalinger" + YEAR, "utbetalinger" + YEAR}) {
            assertThat(api.get("/v1/finans/" + PLUMBER + "/" + what).text()).doesNotContain(BAKERY.value(), "Bryggen");
        }
    }

    @Test
    void nothing_is_null() {
        assertThat(api.get("/v1/finans/" + BAKERY + "/krav" + YEAR).text()).doesNotContain("null");
    }

    @Test
    void what_is_overdue_changes_at_midnight_in_norway() {
        api.clock.set(Instant.parse("2026-12-02T22:59:59Z"));
        assertThat(amount(bakery("aapnekrav").path("totalOversikt"), "sumForfalteKrav"))
                .isEqualByComparingTo("34797.50");

        api.clock.set(Instant.parse("2026-12-02T23:00:00Z"));
        assertThat(amount(bakery("aapnekrav").path("totalOversikt"), "sumForfalteKrav"))
                .isEqualByComparingTo("76674.50");
    }

    @Test
    void a_shielded_partys_rows_are_held_back() {
        api.sql()
                .sql("UPDATE part SET skjermet = true WHERE identifikator = '314159268'")
                .update();
        try {
            var open = api.get("/v1/finans/" + PLUMBER + "/aapnekrav").json();
            assertThat(open.path("skjermet").asBoolean()).isTrue();
            assertThat(open.path("aapentKravMedGjenstaaendeBeloep")).isEmpty();
            assertThat(amount(open.path("totalOversikt"), "saldo")).isEqualByComparingTo("0");
            var claims = api.get("/v1/finans/" + PLUMBER + "/krav" + YEAR);
            assertThat(claims.status()).isEqualTo(200);
            assertThat(claims.json().path("krav")).isEmpty();
        } finally {
            api.sql().sql("UPDATE part SET skjermet = false").update();
        }
    }

    @Test
    void a_fault_in_the_database_is_an_error_without_its_cause() {
        api.sql().sql("ALTER TABLE part RENAME TO gone").update();
        try {
            var reply = api.get("/v1/finans/" + BAKERY + "/aapnekrav");
            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.code()).isEqualTo("KB-001");
            assertThat(reply.text()).doesNotContain("part", "SELECT", "Exception", "java");
        } finally {
            api.sql().sql("ALTER TABLE gone RENAME TO part").update();
        }
    }

    private JsonNode bakery(String what) {
        var reply = api.get("/v1/regnskapssystem/" + BAKERY + "/" + what);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private static BigDecimal amount(JsonNode object, String name) {
        assertThat(object.path(name).isNumber()).as(name).isTrue();
        return object.path(name).decimalValue();
    }

    private static JsonNode recorded(String name) throws IOException {
        try (var file = Objects.requireNonNull(AnswersTest.class.getResourceAsStream("/" + name + ".json"), name)) {
            return JsonMapper.shared().readTree(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
