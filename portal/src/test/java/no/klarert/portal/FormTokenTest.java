package no.klarert.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import no.klarert.vocabulary.SystemUserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form that belongs to a log-in is acted on only with that log-in's token. */
class FormTokenTest {
    private static final String ACCESS = Urls.SYSTEM_USERS + "/" + SampleWorld.id(2);

    private final TestPortal test = new TestPortal();
    private final Browser browser = test.browserOf(SampleWorld.MANAGER);

    @BeforeEach
    void a_request_and_an_access() {
        test.world.add(SampleWorld.request(1));
        var id = new SystemUserId(SampleWorld.id(2).value());
        test.world.accesses.put(id, SampleWorld.access(id, SampleWorld.request(2)));
    }

    private static String url(String form) {
        return form.equals("delete") ? ACCESS + "/delete" : Urls.REQUEST + "/" + form + "?id=" + SampleWorld.id(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"approve", "decline", "delete"})
    void acts_with_the_token(String form) {
        assertThat(browser.post(url(form), Map.of("csrf", token(browser))).status())
                .isEqualTo(303);
        assertThat(test.world.log).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"approve", "decline", "delete"})
    void does_nothing_without_a_token(String form) {
        assertRefused(browser.post(url(form), Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"approve", "decline", "delete"})
    void does_nothing_with_a_wrong_token(String form) {
        assertRefused(browser.post(url(form), Map.of("csrf", "A".repeat(43))));
        assertRefused(browser.post(url(form), Map.of("csrf", "")));
        assertRefused(browser.post(url(form), Map.of("csrf", token(browser) + "A")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"approve", "decline", "delete"})
    void does_nothing_with_the_token_of_another_log_in(String form) {
        var other = test.browserOf(SampleWorld.MANAGER);

        assertRefused(browser.post(url(form), Map.of("csrf", token(other))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"approve", "decline", "delete"})
    void does_nothing_for_another_site_even_with_the_token(String form) {
        var token = token(browser);
        browser.headers.put("sec-fetch-site", "same-site");

        assertRefused(browser.post(url(form), Map.of("csrf", token)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"approve", "decline", "delete"})
    void asks_for_a_log_in_first_and_comes_back_to_the_form(String form) {
        var answer = test.browser().post(url(form), Map.of("csrf", token(browser)));

        var page = form.equals("delete") ? ACCESS + "/delete" : Urls.REQUEST + "?id=" + SampleWorld.id(1);
        assertThat(answer.location()).isEqualTo("/login?goto=" + Urls.encoded(page));
        assertThat(test.world.log).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"approve", "decline"})
    void a_link_changes_nothing(String form) {
        assertThat(browser.get(url(form)).status()).isEqualTo(405);
        assertThat(test.world.log).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A"})
    void nobody_is_logged_out_without_the_token(String token) {
        assertRefused(browser.post("/logout", Map.of("csrf", token)));
        assertThat(browser.get(Urls.OVERVIEW).status()).isEqualTo(200);
    }

    private static String token(Browser browser) {
        return browser.get("/logout").one("main input[name=csrf]").attr("value");
    }

    private void assertRefused(Browser.Page page) {
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.heading()).isEqualTo("Skjemaet ble ikke godtatt");
        assertThat(page.text()).contains("Ingenting er endret");
        assertThat(test.world.log).isEmpty();
    }
}
