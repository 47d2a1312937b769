package no.klarert.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogInPageTest {
    private static final String REQUEST_PAGE = Urls.REQUEST + "?id=" + SampleWorld.id(1);

    private final TestPortal test = new TestPortal();

    @Test
    void shows_the_people_by_story_and_fields_that_browser_tests_know() {
        var page = test.browser().get("/login");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select("main h3").eachText()).containsExactly("Kunden Rolig Fjord AS", "Andre");
        assertThat(page.one("button[name=user][value=101]").text()).isEqualTo("Kari Rolig Daglig leder");
        assertThat(page.one("input[name=pid]").id()).isEqualTo("pid");
        assertThat(page.has("#submit")).isTrue();
        assertThat(page.has("#testid1")).isTrue();
        assertThat(page.text())
                .contains("Testinstallasjon", "curl -i -d user=101 -d level=4 http://localhost:8080/login");
    }

    @Test
    void a_written_identity_number_logs_in() {
        var browser = test.browser();

        var answer = browser.press(browser.get("/login"), "#submit", Map.of("pid", SampleWorld.MANAGERS_PID));

        assertThat(answer.location()).isEqualTo("/");
        assertThat(browser.get(Urls.OVERVIEW).text()).contains("Kari Rolig");
    }

    @Test
    void a_chosen_person_logs_in_at_the_chosen_level() {
        var browser = test.browser();

        browser.press(browser.get("/login"), "button[name=user][value=103]", Map.of("level", "3"));

        assertThat(test.sessions.byHash.values())
                .singleElement()
                .satisfies(session -> assertThat(session.level().value()).isEqualTo(3))
                .satisfies(session -> assertThat(session.user()).isEqualTo(SampleWorld.PARTLY.user()));
    }

    @ParameterizedTest
    @CsvSource({
        "'', Skriv et syntetisk",
        "12345678901, ikke et gyldig",
        "1234, ikke et gyldig",
        "<script>, ikke et gyldig",
    })
    void refuses_what_is_no_identity_number(String pid, String message) {
        var browser = test.browser();

        var page = browser.press(browser.get("/login"), "#submit", Map.of("pid", pid));

        assertRefused(page, message);
    }

    @Test
    void refuses_a_real_identity_number_and_does_not_repeat_it() {
        var real = SampleWorld.pid("0105700");
        var browser = test.browser();

        var page = browser.press(browser.get("/login"), "#submit", Map.of("pid", real));

        assertRefused(page, "ser ut som et ekte");
        assertThat(page.source()).doesNotContain(real);
    }

    @Test
    void refuses_someone_who_is_not_in_the_world() {
        var browser = test.browser();

        assertRefused(
                browser.press(browser.get("/login"), "#submit", Map.of("pid", SampleWorld.pid("0245700"))),
                "finnes ikke i testinstallasjonen");
        assertRefused(browser.post("/login", Map.of("user", "999")), "finnes ikke");
        assertRefused(browser.post("/login", Map.of("user", "x")), "finnes ikke");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "-1", "x", "44"})
    void refuses_an_unknown_level(String level) {
        assertRefused(test.browser().post("/login", Map.of("user", "101", "level", level)), "innloggingsnivå");
    }

    private void assertRefused(Browser.Page page, String message) {
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.response().cookies()).isEmpty();
        assertThat(test.sessions.byHash).isEmpty();
        assertThat(page.one(".ds-error-summary").text()).contains(message);
        assertThat(page.one("#pid-error").text()).contains(message);
        assertThat(page.one("#pid").attr("aria-describedby")).contains("pid-error");
    }

    @Test
    void a_deep_link_survives_the_log_in() {
        test.world.add(SampleWorld.request(1));
        var browser = test.browser();

        var toLogIn = browser.get(REQUEST_PAGE);
        var back = browser.press(browser.follow(toLogIn), "button[name=user][value=101]");

        assertThat(toLogIn.status()).isEqualTo(303);
        assertThat(back.location()).isEqualTo(REQUEST_PAGE);
        assertThat(browser.follow(back).heading()).contains("SmartCloud");
    }

    @Test
    void a_deep_link_survives_a_mistake_on_the_way() {
        var browser = test.browser();
        var page = browser.get("/login?goto=/privacy");

        var again = browser.press(page, "#submit", Map.of("pid", "1", "level", "3"));
        var back = browser.press(again, "#submit", Map.of("pid", SampleWorld.MANAGERS_PID));

        assertThat(again.one("#level-3").hasAttr("checked")).isTrue();
        assertThat(back.location()).isEqualTo("/privacy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//example.com",
                "/\\example.com",
                "https://example.com",
                "javascript:alert(1)",
                "/\t/example.com"
            })
    void nobody_is_sent_elsewhere(String target) {
        var browser = test.browser();

        assertThat(browser.get(Urls.LOG_IN + "?goto=" + Urls.encoded(target))
                        .one("main input[name=goto]")
                        .attr("value"))
                .isEqualTo("/");
        assertThat(browser.post("/login", Map.of("user", "101", "goto", target)).location())
                .isEqualTo("/");
    }

    @Test
    void says_so_when_an_earlier_log_in_has_ended() {
        var browser = test.browserOf(SampleWorld.MANAGER);
        assertThat(browser.get("/login").text()).doesNotContain("gikk for lang tid");

        test.pass(Duration.ofHours(1));

        assertThat(browser.follow(browser.get(Urls.OVERVIEW)).text()).contains("gikk for lang tid");
    }

    @Test
    void another_site_cannot_log_a_visitor_in() {
        var browser = test.browser();
        browser.headers.put("sec-fetch-site", "cross-site");

        assertThat(browser.post("/login", Map.of("user", "101")).status()).isEqualTo(403);
        assertThat(test.sessions.byHash).isEmpty();
    }

    @Test
    void outside_test_mode_there_is_no_test_log_in() {
        var production = new TestPortal("https://klarert.example", PortalSettings.LogIn.NONE);
        var browser = production.browser();

        assertThat(browser.get("/login").status()).isEqualTo(503);
        assertThat(browser.post("/login", Map.of("user", "101")).status()).isEqualTo(503);
        assertThat(production.sessions.byHash).isEmpty();
        assertThat(browser.get("/").text()).doesNotContain("Testinstallasjon");
        assertThat(browser.get(REQUEST_PAGE).location()).startsWith("/login");
    }
}
