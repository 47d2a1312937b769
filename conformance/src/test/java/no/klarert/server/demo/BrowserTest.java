package no.klarert.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person in a real browser: Chromium through log-in, approval and deletion, with the rest of the story around it. */
class BrowserTest {
    private static final List<Path> CHROMIUM = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    @TempDir
    private static Path data;

    private static TwinProcess twin;
    private static Playwright playwright;
    private static Browser browser;

    private final StringWriter told = new StringWriter();
    private final Journal journal = new Journal(new PrintWriter(told));

    @BeforeAll
    static void open() {
        twin = TwinProcess.start(data);
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
        twin.close();
    }

    @Test
    void a_manager_logs_in_approves_and_later_deletes() {
        var setting = SettingBuilder.build(twin, journal);
        var provider = new ProviderSteps(setting);
        provider.scope();
        provider.resource();
        var vendorSteps = new VendorSteps(setting);
        var vendor = vendorSteps.register();
        try (var context = browser.newContext(new Browser.NewContextOptions().setLocale("nb-NO"))) {
            var page = context.newPage();
            approve(page, vendor.main().request());
            var token = vendorSteps.firstToken(vendor);
            assertThat(token).isNotEmpty();
            delete(page, vendor.main().request());
            vendorSteps.refuseToken(vendor.main(), "a token for a deleted system user");
        }
        assertThat(journal.finish()).as(told.toString()).isTrue();
    }

    private static void approve(Page page, String request) {
        page.navigate(
                twin.baseUrl() + "/accessmanagement/ui/systemuser/request?id=" + request + "&DONTCHOOSEREPORTEE=true");
        page.fill("input[name=pid]", Setting.GENERAL_MANAGER);
        accessible(page);
        page.click("#submit");
        assertThat(page.locator("h1").innerText()).contains("SmartCloud Regnskap");
        assertThat(page.locator("main").innerText())
                .contains("Krav og betalinger")
                .contains("Bryggen Bakeri AS");
        accessible(page);
        page.route(
                "https://smartcloud.example/**",
                route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                        .setStatus(200)
                        .setBody("back at the vendor")));
        page.click("#approve");
        page.waitForURL(url -> url.contains("/receipt") || url.startsWith("https://smartcloud.example/"));
    }

    private static void delete(Page page, String systemUser) {
        page.navigate(twin.baseUrl() + "/login");
        page.fill("input[name=pid]", Setting.GENERAL_MANAGER);
        page.click("#submit");
        page.navigate(twin.baseUrl() + "/accessmanagement/ui/systemuser/overview");
        accessible(page);
        page.navigate(twin.baseUrl() + "/accessmanagement/ui/systemuser/" + systemUser);
        accessible(page);
        page.navigate(twin.baseUrl() + "/accessmanagement/ui/systemuser/" + systemUser + "/delete");
        accessible(page);
        page.click("form[action*='/delete'] button[type=submit]");
        assertThat(page.locator("h1").count()).isEqualTo(1);
    }

    private static void accessible(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as(page.url())
                .isEmpty();
    }
}
