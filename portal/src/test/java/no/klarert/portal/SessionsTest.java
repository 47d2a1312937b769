package no.klarert.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final String NAME = "klarert-session";

    private final TestPortal test = new TestPortal();

    @Test
    void the_store_knows_the_cookie_only_by_its_hash() {
        var browser = test.browserOf(SampleWorld.MANAGER);
        var token = browser.cookie(NAME);

        assertThat(token).hasSize(43);
        assertThat(test.sessions.byHash).hasSize(1);
        assertThat(test.sessions.byHash.toString()).doesNotContain(token);
        assertThat(test.sessions.byHash.keySet()).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void a_new_log_in_gets_a_new_cookie_and_ends_the_old_one() {
        var browser = test.browserOf(SampleWorld.MANAGER);
        var old = browser.cookie(NAME);

        browser.logIn(SampleWorld.EMPLOYEE, 3);

        assertThat(browser.cookie(NAME)).isNotEqualTo(old);
        assertThat(isLoggedIn(browser)).isTrue();
        assertThat(isLoggedIn(withCookie(old))).isFalse();
    }

    @Test
    void a_log_in_from_test_mode_is_none_where_no_way_to_log_in_is_set_up() {
        var browser = test.browserOf(SampleWorld.MANAGER);
        var settings = new PortalSettings(
                URI.create("http://localhost:8080"),
                PortalSettings.LogIn.NONE,
                "",
                PortalSettings.DEFAULT_IDLE_LIMIT,
                PortalSettings.DEFAULT_ABSOLUTE_LIMIT);
        var ports = new PortalPorts(test.sessions, test.sessions, test.world, test.world, test.world);
        var restarted = new Browser(new Portal(settings, ports, test, new SecureRandom()));
        restarted.cookies.putAll(browser.cookies);

        assertThat(isLoggedIn(browser)).isTrue();
        assertThat(isLoggedIn(restarted)).isFalse();
    }

    @Test
    void a_log_in_ends_when_it_is_idle() {
        var browser = test.browserOf(SampleWorld.MANAGER);

        test.pass(Duration.ofMinutes(29));
        assertThat(isLoggedIn(browser)).isTrue();
        test.pass(Duration.ofMinutes(29));
        assertThat(isLoggedIn(browser)).isTrue();
        test.pass(Duration.ofMinutes(30));
        assertThat(isLoggedIn(browser)).isFalse();
    }

    @Test
    void a_log_in_ends_after_eight_hours_however_busy() {
        var browser = test.browserOf(SampleWorld.MANAGER);

        for (int i = 0; i < 8 * 4 - 1; i++) {
            test.pass(Duration.ofMinutes(15));
            assertThat(isLoggedIn(browser)).isTrue();
        }
        test.pass(Duration.ofMinutes(15));
        assertThat(isLoggedIn(browser)).isFalse();
    }

    @Test
    void log_ins_that_have_ended_are_deleted() {
        test.browserOf(SampleWorld.MANAGER);
        test.pass(Duration.ofMinutes(20));
        test.browserOf(SampleWorld.EMPLOYEE);
        test.pass(Duration.ofMinutes(20));

        assertThat(test.portal.deleteEndedSessions()).isEqualTo(1);
        assertThat(test.sessions.byHash).hasSize(1);
    }

    @Test
    void a_cookie_that_is_no_token_is_nobody() {
        assertThat(isLoggedIn(withCookie(""))).isFalse();
        assertThat(isLoggedIn(withCookie("A".repeat(43)))).isFalse();
        assertThat(isLoggedIn(withCookie("A".repeat(4000)))).isFalse();
        assertThat(isLoggedIn(withCookie("'; DROP TABLE session --"))).isFalse();
    }

    @Test
    void logging_out_ends_the_log_in_everywhere() {
        var browser = test.browserOf(SampleWorld.MANAGER);
        var token = browser.cookie(NAME);

        var loggedOut = browser.press(browser.get("/logout"), "main form button");

        assertThat(loggedOut.location()).isEqualTo("/logged-out");
        assertThat(browser.cookies).doesNotContainKey(NAME);
        assertThat(isLoggedIn(withCookie(token))).isFalse();
        assertThat(browser.follow(loggedOut).heading()).isEqualTo("Du er logget ut");
    }

    @Test
    void a_link_cannot_log_anyone_out() {
        var browser = test.browserOf(SampleWorld.MANAGER);

        assertThat(browser.get("/logout").heading()).isEqualTo("Logge ut?");
        assertThat(isLoggedIn(browser)).isTrue();
        assertThat(test.browser().get("/logout").location()).isEqualTo("/logged-out");
    }

    @Test
    void the_cookie_is_for_this_host_only_and_out_of_reach_for_scripts() {
        assertThat(cookieOf("http://localhost:8080"))
                .matches("klarert-session=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax");
        assertThat(cookieOf("https://klarert.example"))
                .matches("__Host-klarert-session=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax; Secure");
    }

    private static String cookieOf(String baseUrl) {
        var portal = new TestPortal(baseUrl, PortalSettings.LogIn.TEST);
        var form = Map.of("user", SampleWorld.MANAGER.user().toString());
        return portal.browser().post("/login", form).response().cookies().getFirst();
    }

    private Browser withCookie(String value) {
        var browser = test.browser();
        browser.cookies.put(NAME, value);
        return browser;
    }

    private static boolean isLoggedIn(Browser browser) {
        var page = browser.get(Urls.OVERVIEW);
        if (page.status() == 303) {
            assertThat(page.location()).startsWith("/login?goto=");
        }
        return page.status() == 200;
    }
}
