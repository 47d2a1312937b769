package no.klarert.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page in a real browser, in every language, on a phone and on a desk (portal §12.4). */
class RealBrowserTest {
    private static final List<Path> CHROMIUM = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));
    private static final String MANAGER = "as=" + SampleWorld.MANAGER.user();
    private static final String EMPLOYEE = "as=" + SampleWorld.EMPLOYEE.user();
    private static final String ACCESS = Urls.SYSTEM_USERS + "/" + SampleWorld.id(2);

    private static HttpServer server;
    private static Playwright playwright;
    private static com.microsoft.playwright.Browser browser;

    @BeforeAll
    static void open() throws IOException {
        server = PortalPreview.start(0);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    private static Path chromium() {
        return CHROMIUM.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("this test needs Chromium; on Debian: apt-get install chromium"));
    }

    @AfterAll
    static void close() {
        browser.close();
        playwright.close();
        server.stop(0);
    }

    /** Addresses of every page in every state; how {@code as} and {@code level} work is told at {@link PortalPreview}. */
    private static List<String> pages() {
        var open = Stream.of("/?", "/login?", "/logged-out?", "/accessibility?", "/privacy?", "/nowhere?");
        var requests = IntStream.rangeClosed(1, 7).mapToObj(n -> request(n) + "&" + MANAGER);
        var others = Stream.of(
                request(1) + "&" + EMPLOYEE,
                request(1) + "&as=" + SampleWorld.PARTLY.user(),
                request(1) + "&level=2&" + MANAGER,
                request(99) + "&" + MANAGER,
                Urls.REQUEST + "/receipt?id=" + SampleWorld.id(2) + "&stay=true&" + MANAGER,
                Urls.REQUEST + "/receipt?id=" + SampleWorld.id(3) + "&" + MANAGER,
                Urls.OVERVIEW + "?" + MANAGER,
                Urls.OVERVIEW + "?level=2&" + MANAGER,
                Urls.OVERVIEW + "?" + EMPLOYEE,
                Urls.OVERVIEW + "?as=" + SampleWorld.STRANGER.user(),
                ACCESS + "?" + MANAGER,
                ACCESS + "/delete?" + MANAGER,
                "/logout?" + MANAGER);
        return Stream.of(open, requests, others).flatMap(each -> each).toList();
    }

    private static String request(int n) {
        return Urls.REQUEST + "?id=" + SampleWorld.id(n);
    }

    private static String address(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    @ParameterizedTest(name = "{0} at {1} pixels")
    @CsvSource({"nb, 320", "nn, 320", "en, 320", "nb, 1200", "nn, 1200", "en, 1200"})
    void everyone_can_read_every_page(String language, int width) {
        try (var context = browser.newContext(
                new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, 800))) {
            var page = context.newPage();
            for (var path : pages()) {
                page.navigate(address(path + "&in=" + language));
                assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
                assertThat(new AxeBuilder(page).analyze().getViolations())
                        .as(page.url())
                        .isEmpty();
                assertThat(page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                        .as(page.url() + " does not scroll sideways")
                        .isEqualTo(true);
            }
        }
    }

    @Test
    void the_security_policy_blocks_nothing_of_our_own() {
        try (var context = browser.newContext()) {
            var complaints = new ArrayList<String>();
            var page = context.newPage();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            pages().forEach(path -> page.navigate(address(path)));
            assertThat(complaints)
                    .allMatch(text -> text.startsWith("Failed to load resource"), "only our own statuses");
        }
    }

    /** Browsers hold the redirect after a form to the form's security policy; a program that follows redirects does not. */
    @Test
    void leaving_without_an_answer_leads_to_the_vendor() {
        try (var context = browser.newContext()) {
            var page = logIn(context, SampleWorld.EMPLOYEE);
            page.navigate(address(request(1)));
            page.click("#leave");
            page.waitForURL("https://smartcloud.example/**");
        }
    }

    @Test
    void enter_in_the_number_field_logs_in_and_the_keyboard_reaches_the_content_first() {
        try (var context = browser.newContext()) {
            var page = context.newPage();
            page.navigate(address("/login"));
            page.keyboard().press("Tab");
            assertThat(page.evaluate("() => document.activeElement.getAttribute('href')"))
                    .isEqualTo("#content");
            page.fill("#pid", SampleWorld.MANAGERS_PID);
            page.keyboard().press("Enter");
            page.waitForURL(address(Urls.OVERVIEW));
        }
    }

    private static Page logIn(BrowserContext context, People.Person person) {
        var page = context.newPage();
        page.route(
                "https://smartcloud.example/**",
                route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                        .setStatus(200)
                        .setBody("back at the vendor")));
        page.navigate(address("/login"));
        page.click("button[name=user][value='" + person.user() + "']");
        return page;
    }
}
