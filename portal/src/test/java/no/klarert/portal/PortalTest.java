package no.klarert.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import no.klarert.portal.PortalRequest.Method;
import no.klarert.storage.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortalTest {
    private final TestPortal test = new TestPortal();

    @ParameterizedTest
    @ValueSource(
            strings = {"/nowhere", "/assets/nothing.css", "/assets/", "/accessmanagement/ui/systemuser/", "/login/"})
    void an_unknown_address_is_said_to_be_one(String path) {
        var page = test.browser().get(path);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.heading()).isEqualTo("Vi finner ikke siden");
        assertThat(page.one("main a").attr("href")).isEqualTo("/");
    }

    @Test
    void a_known_address_with_another_method_changes_nothing() {
        var posted = test.browser().post("/privacy", Map.of());
        assertThat(posted.status()).isEqualTo(405);
        assertThat(posted.response().headers()).containsEntry("Allow", "GET, HEAD");
        var got = test.browser().get("/language");
        assertThat(got.status()).isEqualTo(405);
        assertThat(got.response().headers()).containsEntry("Allow", "POST");
    }

    @ParameterizedTest
    @CsvSource({
        "MALFORMED, 400, Vi kunne ikke lese det som ble sendt",
        "TOO_LARGE, 413, Skjemaet er for stort",
        "NOT_A_FORM, 415, Dette er ikke et skjema herfra"
    })
    void what_cannot_be_read_is_answered_with_a_page(Unreadable why, int status, String heading) {
        var rest = new PortalRequest(
                Method.POST, "/", Parameters.NONE, Parameters.NONE, Map.of(), Map.of(), "4bf92f3577b34da6");

        var page = new Browser.Page(test.portal.unreadable(rest, why));

        assertThat(page.status()).isEqualTo(status);
        assertThat(page.heading()).isEqualTo(heading);
        assertThat(page.one("main a").attr("href")).isEqualTo("/");
    }

    @ParameterizedTest
    @CsvSource({
        "/accessmanagement/ui, /accessmanagement/ui/systemuser/overview",
        "/authfront/ui/auth/overview, /accessmanagement/ui/systemuser/overview",
        "/authfront/ui/auth/vendorrequest?id=x, /accessmanagement/ui/systemuser/request?id=x"
    })
    void older_addresses_lead_to_the_new_ones(String old, String now) {
        var answer = test.browser().get(old);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).isEqualTo(now);
        assertThat(answer.response().headers()).containsEntry("Cache-Control", "no-store");
    }

    @Test
    void one_who_is_logged_in_begins_at_the_overview() {
        assertThat(test.browser().get("/").status()).isEqualTo(200);
        assertThat(test.browserOf(SampleWorld.MANAGER).get("/").location()).isEqualTo(Urls.OVERVIEW);
    }

    @Test
    void a_failure_says_nothing_but_its_reference() {
        var request = new PortalRequest(
                Method.GET,
                "/x",
                Parameters.NONE,
                Parameters.NONE,
                Map.of("klarert-language", "en"),
                Map.of(),
                "4bf92f3577b34da6");

        var page = new Browser.Page(test.portal.failed(request));

        assertThat(page.status()).isEqualTo(500);
        assertThat(page.heading()).isEqualTo("Something went wrong on our side");
        assertThat(page.text()).contains("Reference: 4bf92f3577b34da6");
    }

    @Test
    void every_answer_is_guarded() {
        for (var url : new String[] {"/", "/login", "/nowhere", Urls.OVERVIEW, "/logged-out"}) {
            assertThat(test.browserOf(SampleWorld.MANAGER).get(url).response().headers())
                    .as(url)
                    .containsEntry("Cache-Control", "no-store")
                    .containsEntry("Referrer-Policy", "same-origin")
                    .containsEntry("X-Content-Type-Options", "nosniff")
                    .hasEntrySatisfying(
                            "Content-Security-Policy",
                            policy -> assertThat(policy)
                                    .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'")
                                    .doesNotContain("unsafe"));
        }
    }

    @Test
    void assets_may_be_kept_for_ever_because_their_names_change() {
        var page = test.browser().get("/");
        for (var link : page.html().select("link[href]")) {
            var asset = test.browser().get(link.attr("href"));
            assertThat(asset.status()).isEqualTo(200);
            assertThat(link.attr("href")).matches("/assets/[a-z]+\\.[0-9a-f]{16}\\.(css|svg)");
            assertThat(asset.response().headers())
                    .containsEntry("Cache-Control", "public, max-age=31536000, immutable")
                    .containsEntry("X-Content-Type-Options", "nosniff");
            assertThat(asset.response().body().length()).isPositive();
        }
        assertThat(page.html().select("link[rel=stylesheet]")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip, deflate, br | true",
                "br;q=1, gzip;q=0.5 | true",
                "deflate,gzip | true",
                "gzip;q=0 | false",
                "gzip;q=0.0, br | false",
                "x-gzip | false",
                "br | false",
                "'' | false"
            })
    void assets_are_compressed_for_browsers_that_take_it(String accepted, boolean compressed) throws IOException {
        var url = test.browser()
                .get("/")
                .html()
                .select("link[rel=stylesheet]")
                .getFirst()
                .attr("href");
        var plain = test.browser().get(url).response();
        var browser = test.browser();
        browser.headers.put("accept-encoding", accepted);

        var response = browser.get(url).response();

        assertThat(response.headers()).containsEntry("Vary", "Accept-Encoding");
        assertThat(response.headers().containsKey("Content-Encoding")).isEqualTo(compressed);
        assertThat(compressed ? unzipped(response.body()) : response.body()).isEqualTo(plain.body());
    }

    private static Bytes unzipped(Bytes body) throws IOException {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(body.toArray()))) {
            return Bytes.of(gzip.readAllBytes());
        }
    }

    @Test
    void the_page_of_a_request_weighs_little_on_a_first_visit() {
        test.world.add(SampleWorld.request(1));
        var browser = test.browserOf(SampleWorld.MANAGER);
        browser.headers.put("accept-encoding", "gzip");

        var page = browser.get(Urls.REQUEST + "?id=" + SampleWorld.id(1));
        int weight = page.response().body().length();
        for (var link : page.html().select("link[href]")) {
            weight += browser.get(link.attr("href")).response().body().length();
        }

        assertThat(weight).isLessThan(60_000);
    }

    @Test
    void knows_the_paths_it_answers() {
        assertThat(test.portal.paths())
                .contains("/", "/login", Urls.REQUEST, Urls.OVERVIEW, "/accessmanagement/ui/systemuser/{id}")
                .doesNotHaveDuplicates();
    }
}
