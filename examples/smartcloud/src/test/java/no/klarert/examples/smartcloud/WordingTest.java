package no.klarert.examples.smartcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import no.klarert.examples.smartcloud.OpenClaims.MultilingualText;
import no.klarert.examples.smartcloud.OpenClaims.MultilingualText.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
    private final Wording nb = new Wording(Language.NB);
    private final Wording en = new Wording(Language.EN);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "12345.5; 12 345,50 kr; NOK 12,345.50",
                "0; 0,00 kr; NOK 0.00",
                "0.005; 0,01 kr; NOK 0.01",
                "-1234567.89; -1 234 567,89 kr; NOK -1,234,567.89",
                "999.99; 999,99 kr; NOK 999.99",
            })
    void writes_amounts_with_two_decimals_and_grouped_thousands(BigDecimal amount, String norwegian, String english) {
        assertThat(nb.amount(amount)).isEqualTo(norwegian);
        assertThat(en.amount(amount)).isEqualTo(english);
    }

    @Test
    void writes_dates_as_they_are_read() {
        var date = LocalDate.parse("2026-12-02");

        assertThat(nb.date(date)).isEqualTo("02.12.2026");
        assertThat(en.date(date)).isEqualTo("2 Dec 2026");
    }

    @Test
    void takes_the_text_in_the_language_else_in_bokmaal_else_any() {
        var both = text(new Text("Value added tax", "en"), new Text("Merverdiavgift", "nb"));

        assertThat(nb.text(both)).isEqualTo("Merverdiavgift");
        assertThat(en.text(both)).isEqualTo("Value added tax");
        assertThat(en.text(text(new Text("Avgift", "nn"), new Text("Merverdiavgift", "nb"))))
                .isEqualTo("Merverdiavgift");
        assertThat(en.text(text(new Text("Avgift", "nn")))).isEqualTo("Avgift");
        assertThat(en.text(text())).isEmpty();
        assertThat(en.text(new MultilingualText(null))).isEmpty();
    }

    @Test
    void has_every_text_in_every_language() {
        assertThat(Language.EN.texts().keySet())
                .hasSizeGreaterThan(10)
                .isEqualTo(Language.NB.texts().keySet());
        for (var key : Language.NB.texts().keySet()) {
            assertThat(nb.text(key, "a", "b", "c")).isNotBlank().doesNotContain("''", "{");
            assertThat(en.text(key, "a", "b", "c")).isNotBlank().doesNotContain("''", "{");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no", "NB", "nn", "en-GB"})
    void speaks_no_other_language(String code) {
        assertThatThrownBy(() -> Language.parse(code)).hasMessage("`" + code + "` is not one of `nb`, `en`");
    }

    private static MultilingualText text(Text... texts) {
        return new MultilingualText(List.of(texts));
    }
}
