package no.klarert.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nn | NN",
                "nb-NO | NB",
                "no | NB",
                "no-NO,en;q=0.5 | NB",
                "en-GB,en;q=0.9,nb;q=0.8 | EN",
                "de,nn;q=0.4,en;q=0.7 | EN",
                "de, fr | NB",
                "nn;q=0, en | EN",
                "'' | NB",
                ";;;=,q | NB"
            })
    void takes_the_first_of_ours_that_the_browser_wants(String header, Language expected) {
        assertThat(Language.preferred(header)).isEqualTo(expected);
    }

    @Test
    void a_choice_counts_for_more_than_the_browser() {
        var browser = new TestPortal().browser();
        browser.headers.put("accept-language", "en");
        assertThat(browser.get("/").one("html").attr("lang")).isEqualTo("en");

        var answer = browser.post("/language", Map.of("language", "nn", "goto", "/privacy"));

        assertThat(answer.location()).isEqualTo("/privacy");
        assertThat(answer.response().cookies())
                .containsExactly("klarert-language=nn; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax");
        assertThat(browser.get("/").one("html").attr("lang")).isEqualTo("nn");
        assertThat(browser.get("/").one("button[aria-current]").text()).isEqualTo("Nynorsk");
    }

    @Test
    void an_unknown_language_or_place_changes_nothing() {
        var browser = new TestPortal().browser();

        var answer = browser.post("/language", Map.of("language", "xx", "goto", "//example.com"));

        assertThat(answer.location()).isEqualTo("/");
        assertThat(answer.response().cookies()).isEmpty();
    }
}
