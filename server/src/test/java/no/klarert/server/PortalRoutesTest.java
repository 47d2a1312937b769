package no.klarert.server;

import static no.klarert.server.PortalStory.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The portal's edge over HTTP: addresses, cookies, headers, and what hostile visitors send (portal §2.2, §2.8, §3). */
class PortalRoutesTest {
    private static final String ELSEWHERE = "(href|action|value)=\"(?!/[^/\\\\])[^\"]*(evil|alert)";

    @TempDir
    private static Path directory;

    private static ServerUnderTest server;
    private static PortalStory story;

    @BeforeAll
    static void start() {
        server = ServerUnderTest.start(directory);
        story = PortalStory.begin(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private Visitor visitor;

    @BeforeEach
    void arrive() {
        visitor = new Visitor(server);
    }

    // Addresses

    @Test
    void everyone_may_read_the_front_page_and_nothing_of_it_comes_from_elsewhere() {
        var front = visitor.get("/");
        assertThat(front.status()).isEqualTo(200);
        assertThat(front.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(front.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(front.header("Cache-Control")).isEqualTo("no-store");
        assertThat(values(front, "X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(front.text()).doesNotContain("src=\"http", "href=\"http");
    }

    private static List<String> values(TestCall.Reply reply, String header) {
        return reply.response().headers().allValues(header);
    }

    @Test
    void head_is_answered_as_get_without_the_page() {
        var head = visitor.send(server.call("HEAD", "/login"));
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(head.text()).isEmpty();
    }

    @Test
    void assets_are_served_as_they_are_linked_and_compressed_once() throws Exception {
        var links = Pattern.compile("href=\"(/assets/[^\"]+)\"")
                .matcher(visitor.get("/").text())
                .results()
                .map(link -> link.group(1))
                .toList();
        assertThat(links).hasSizeGreaterThan(3);
        for (var link : links) {
            var plain = visitor.get(link);
            assertThat(plain.status()).isEqualTo(200);
            assertThat(plain.header("Cache-Control")).contains("immutable");
            var compressed = server.get(link).header("Accept-Encoding", "gzip").send();
            assertThat(values(compressed, "Content-Encoding")).containsExactly("gzip");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/accessmanagement/ui/systemuser/overview/",
                "/ACCESSMANAGEMENT/ui/nothing",
                "/accessmanagement/ui/systemuser/nothing/here",
                "/accessmanagement/ui/../../etc/passwd",
                "/accessmanagement/ui/systemuser/x%2Fdelete",
                "/authfront/ui/auth/nothing",
                "/assets/nothing.css",
                "/assets/..%2F..%2Fetc%2Fpasswd",
                "/assets/%2e%2e/klarert.yaml"
            })
    void what_is_not_found_among_the_pages_is_answered_with_a_page(String path) {
        visitor.logIn(Visitor.INGRID);
        var reply = visitor.get(path);
        if (path.endsWith("overview/")) {
            assertThat(reply.status()).isEqualTo(200);
        } else {
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.header("Content-Type")).startsWith("text/html");
            assertThat(Visitor.heading(reply)).startsWith("Vi finner ikke s");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/nothing", "/accessmanagement/api/v1/nothing", "/authentication/api/v1/nothing", "/login/x"})
    void what_is_not_found_elsewhere_stays_a_problem_document(String path) {
        var reply = visitor.get(path);
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void no_page_stands_in_the_way_of_an_interface() {
        var seen = new HashSet<String>();
        for (var route : server.wiring().routes()) {
            assertThat(seen.add(route.method() + " " + route.path()))
                    .as(route.toString())
                    .isTrue();
        }
        var reply = server.get("/authentication/api/v1/systemregister").send();
        assertThat(reply.status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "/authfront/ui/auth/vendorrequest?id=x, /accessmanagement/ui/systemuser/request?id=x",
        "/authfront/ui/auth/overview, /accessmanagement/ui/systemuser/overview",
        "/accessmanagement/ui, /accessmanagement/ui/systemuser/overview"
    })
    void older_addresses_lead_on(String old, String now) {
        var reply = visitor.get(old);
        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.header("Location")).isEqualTo(now);
    }

    @Test
    void a_page_that_takes_no_form_says_so() {
        var reply = visitor.post("/privacy", Map.of());
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).isEqualTo("GET, HEAD");
        assertThat(reply.header("Content-Type")).startsWith("text/html");
    }

    // Log-in

    @Test
    void the_log_in_offers_the_people_of_the_world_by_organisation_and_role() {
        assertThat(visitor.get("/login").text())
                .contains("Bryggen Bakeri AS", "Ingrid Bakken", "Daglig leder", "Styremedlem", "Uten rolle")
                .doesNotContain(Visitor.INGRID);
    }

    @Test
    void a_log_in_has_a_cookie_that_only_this_host_gets_and_no_script_reads() {
        var reply = visitor.post("/login", Map.of("user", "20000021"));
        assertThat(values(reply, "Set-Cookie"))
                .singleElement()
                .asString()
                .matches("__Host-klarert-session=[\\w-]{43}; Path=/; HttpOnly; SameSite=Lax; Secure");
    }

    @Test
    void a_character_that_cannot_be_stored_is_refused_before_anything_looks_at_it() {
        assertThat(visitor.get("/accessmanagement/ui/systemuser/%00").status()).isEqualTo(400);
        assertThat(visitor.post("/login", Map.of("pid", "12857410260\u0000")).status())
                .isEqualTo(400);
        assertThat(visitor.cookies).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "12857410261", "01019012345", "20000021'--"})
    void nobody_logs_in_as_a_person_that_is_none(String pid) {
        var reply = visitor.post("/login", Map.of("pid", pid));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(visitor.cookies).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "/\t/evil.example",
                "javascript:alert(1)",
                "/login\r\nSet-Cookie: a=b"
            })
    void nobody_is_sent_to_another_site(String target) {
        var page = visitor.get("/login?goto=" + Visitor.encode(target));
        assertThat(page.text()).contains("name=\"goto\" value=\"/\"").doesNotContainPattern(ELSEWHERE);
        var reply = visitor.post("/login", Map.of("pid", Visitor.INGRID, "goto", target));
        assertThat(reply.header("Location")).isEqualTo("/");
        assertThat(visitor.post("/language", Map.of("language", "nn", "goto", target))
                        .header("Location"))
                .isEqualTo("/");
        for (var name : List.of("returnUrl", "redirectUrl", "backtopage")) {
            var request = visitor.get(page(story.request()) + "&" + name + "=" + Visitor.encode(target));
            assertThat(request.status()).isEqualTo(200);
            assertThat(request.text()).doesNotContainPattern(ELSEWHERE);
        }
    }

    // Forms

    @Test
    void a_form_without_its_token_or_with_anothers_changes_nothing() {
        visitor.logIn(Visitor.INGRID);
        var request = story.request();
        var approve = PortalStory.PAGES + "/request/approve?id=" + request;
        var foreign = new Visitor(server).logIn(Visitor.INGRID).csrfToken();
        for (var form : List.of(Map.<String, String>of(), Map.of("csrf", ""), Map.of("csrf", foreign))) {
            var reply = visitor.post(approve, form);
            assertThat(reply.status()).isEqualTo(403);
            assertThat(Visitor.heading(reply)).isEqualTo("Skjemaet ble ikke godtatt");
        }
        var twice = "csrf=" + visitor.csrfToken();
        assertThat(visitor.send(server.post(approve).form(twice + "&" + twice)).status())
                .isEqualTo(403);
        assertThat(story.status(request)).isEqualTo("New");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "SAME-ORIGIN", "same-origin, cross-site"})
    void a_form_from_another_site_changes_nothing(String from) {
        visitor.logIn(Visitor.INGRID);
        var request = story.request();
        var token = visitor.csrfToken();
        visitor.headers.put("Sec-Fetch-Site", from);
        var reply = visitor.post(PortalStory.PAGES + "/request/approve?id=" + request, Map.of("csrf", token));
        assertThat(reply.status()).isEqualTo(403);
        assertThat(story.status(request)).isEqualTo("New");
        var stranger = new Visitor(server);
        stranger.headers.put("Sec-Fetch-Site", from);
        assertThat(stranger.post("/login", Map.of("pid", Visitor.INGRID)).status())
                .isEqualTo(403);
    }

    @Test
    void a_form_that_is_too_large_is_refused_with_a_page() {
        visitor.logIn(Visitor.INGRID);
        var reply = visitor.post("/login", Map.of("pid", "1".repeat(20_000)));
        assertThat(reply.status()).isEqualTo(413);
        assertThat(Visitor.heading(reply)).isEqualTo("Skjemaet er for stort");
        assertThat(visitor.get("/").status()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pid=%", "pid=%zz", "pid=%ff%fe", "pid=%c0%af", "%c3=1", "pid=\u00e5%e5"})
    void a_form_that_is_badly_encoded_is_refused_with_a_page(String body) {
        var reply = visitor.send(server.post("/login").form(body));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(Visitor.heading(reply)).isEqualTo("Vi kunne ikke lese det som ble sendt");
    }

    @Test
    void bytes_that_are_no_text_are_refused_with_a_page() {
        byte[] body = {'p', 'i', 'd', '=', (byte) 0xff};
        var reply = visitor.send(server.post("/login").body("application/x-www-form-urlencoded", body));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header("Content-Type")).startsWith("text/html");
    }

    @Test
    void too_many_fields_are_refused_with_a_page() {
        var body = new StringBuilder("pid=1");
        for (int i = 0; i < 70; i++) {
            body.append("&f").append(i).append("=1");
        }
        assertThat(visitor.send(server.post("/login").form(body.toString())).status())
                .isEqualTo(400);
        assertThat(visitor.get("/login?" + body).status()).isEqualTo(400);
        assertThat(visitor.get("/" + "login".repeat(300)).status()).isEqualTo(404);
        assertThat(visitor.get("/assets/" + "a".repeat(1_100)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "multipart/form-data; boundary=x", "text/plain"})
    void what_is_no_form_is_refused_with_a_page(String type) {
        var reply = visitor.send(server.post("/login").body(type, "pid=" + Visitor.INGRID));
        assertThat(reply.status()).isEqualTo(415);
        assertThat(Visitor.heading(reply)).isEqualTo("Dette er ikke et skjema herfra");
        assertThat(visitor.cookies).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%zz", "x%c0%af", "x%ff"})
    void an_address_that_is_badly_encoded_is_refused(String rest) {
        var reply = new RawCall(server.port()).get("/accessmanagement/ui/" + rest);
        assertThat(reply).startsWith("HTTP/1.1 400");
    }

    // Cookies

    @Test
    void a_cookie_that_comes_twice_is_nobodys() {
        visitor.logIn(Visitor.INGRID);
        var session = Visitor.SESSION + "=" + visitor.cookies.get(Visitor.SESSION);
        var overview = PortalStory.PAGES + "/overview";
        assertThat(status(overview, "theirs=1; " + session + ";x")).isEqualTo(200);
        assertThat(status(overview, session + "; " + Visitor.SESSION + "=other"))
                .isEqualTo(303);
        assertThat(status(overview, session + "x")).isEqualTo(303);
        assertThat(status(overview, "klarert-session=" + visitor.cookies.get(Visitor.SESSION)))
                .isEqualTo(303);
    }

    @Test
    void many_and_long_cookies_of_others_do_no_harm() {
        visitor.logIn(Visitor.INGRID);
        var others = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            others.append("other").append(i).append("=value; ");
        }
        others.append("long=").append("x".repeat(3_000)).append("; ");
        var session = Visitor.SESSION + "=" + visitor.cookies.get(Visitor.SESSION);
        assertThat(status(PortalStory.PAGES + "/overview", others + session)).isEqualTo(200);
    }

    private static int status(String path, String cookie) {
        HttpResponse<String> response =
                server.get(path).header("Cookie", cookie).send().response();
        return response.statusCode();
    }
}
