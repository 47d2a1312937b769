package no.klarert.examples.kravogbetalinger;

import static no.klarert.examples.kravogbetalinger.ApiUnderTest.BAKERY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request must look like, from its address to its parameters (Krav og betalinger, endpoints and errors). */
class RequestFormTest {
    private static final String BASE = "/v1/regnskapssystem/" + BAKERY;
    private static final String ID = "6ec0ea47-6b2c-4e3c-8b0e-5d7e5b3f0a11";

    private final ApiUnderTest api = ApiUnderTest.start().permitting(BAKERY);

    @ParameterizedTest
    @CsvSource({
        "/v1/regnskapssystem",
        "/v1/finans",
        "/api/innkreving/kravogbetalinger/v1/regnskapssystem",
        "/api/innkreving/kravogbetalinger/v1/finans",
    })
    void answers_at_both_forms_of_the_address(String base) {
        assertThat(api.get(base + "/" + BAKERY + "/aapnekrav").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1",
                "/v2/regnskapssystem/313371735/aapnekrav",
                "/v1/lommebok/313371735/aapnekrav",
                "/v1/regnskapssystem/313371735",
                "/v1/regnskapssystem/313371735/aapnekrav/1",
                "/v1/regnskapssystem/313371735/aapneKrav",
                "/api/innkreving/v1/regnskapssystem/313371735/aapnekrav",
                "/error",
                "/index.html",
                "/actuator/health",
            })
    void an_unknown_address_is_not_found(String path) {
        var reply = api.get(path);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.code()).isEqualTo("KB-003");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void a_wrong_method_is_not_allowed(String method) {
        var reply = api.send(method, BASE + "/aapnekrav");

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.code()).isEqualTo("KB-003");
        assertThat(reply.header("Allow")).contains("GET");
    }

    @Test
    void a_head_request_is_checked_like_a_get() {
        assertThat(api.send("HEAD", BASE + "/aapnekrav").status()).isEqualTo(200);
        api.platform.revokeAll();
        assertThat(api.send("HEAD", BASE + "/aapnekrav").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/html", "application/xml, text/plain;q=0.5", "not a media type"})
    void a_format_other_than_json_is_not_acceptable(String accept) {
        var reply = api.get(BASE + "/aapnekrav", "Accept", accept, "Authorization", "Bearer " + api.token());

        assertThat(reply.status()).isEqualTo(406);
        assertThat(reply.code()).isEqualTo("KB-008");
        assertThat(reply.header("Content-Type")).startsWith("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "application/xml, application/json;q=0.1", "application/json"})
    void json_is_answered_to_whoever_accepts_it(String accept) {
        var reply = api.get(BASE + "/aapnekrav", "Accept", accept, "Authorization", "Bearer " + api.token());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).startsWith("application/json");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"krav", "innbetalinger"})
    void a_period_of_exactly_a_year_is_answered(String what) {
        assertThat(api.get(BASE + "/" + what + "?fraOgMed=2026-01-01&tilOgMed=2027-01-01")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "'', fraOgMed",
        "fraOgMed=2026-01-01, tilOgMed",
        "tilOgMed=2026-01-01, fraOgMed",
        "fraOgMed=&tilOgMed=2026-01-01, fraOgMed",
        "fraOgMed=2026-01-01&tilOgMed=2027-01-02, ett år",
        "fraOgMed=2026-01-02&tilOgMed=2026-01-01, før",
        "fraOgMed=01.01.2026&tilOgMed=2026-02-01, fraOgMed",
        "fraOgMed=2026-02-30&tilOgMed=2026-03-01, fraOgMed",
        "fraOgMed=2026-01-01&tilOgMed=2026-1-31, tilOgMed",
        "fraOgMed=2026-01-01T00:00&tilOgMed=2026-02-01, fraOgMed",
        "fraOgMed=%2B999999999-01-01&tilOgMed=%2B999999999-02-01, fraOgMed",
        "fraOgMed=2026-01-01&fraOgMed=2026-01-02&tilOgMed=2026-02-01, fraOgMed",
    })
    void a_malformed_period_is_refused_and_the_answer_says_why(String query, String named) {
        for (var what : new String[] {"krav", "innbetalinger", "utbetalinger"}) {
            var reply = api.get(BASE + "/" + what + "?" + query);

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.code()).isEqualTo("KB-006");
            assertThat(reply.json().path("melding").asString()).contains(named);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-01-01", "9998-12-31"})
    void a_period_long_ago_or_far_away_has_nothing_in_it(String start) {
        var reply = api.get(BASE + "/krav?fraOgMed=" + start + "&tilOgMed=" + start);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.code()).isEqualTo("KB-007");
    }

    @Test
    void the_correlation_id_comes_back_whether_sent_as_header_or_parameter() {
        var header = api.get(BASE + "/krav", "Korrelasjonsid", ID, "Authorization", "Bearer " + api.token());
        var parameter = api.get(BASE + "/krav?Korrelasjonsid=" + ID);

        for (var reply : new ApiUnderTest.Reply[] {header, parameter}) {
            assertThat(reply.json().path("korrelasjonsid").asString()).isEqualTo(ID);
            assertThat(reply.header("Korrelasjonsid")).isEqualTo(ID);
        }
    }

    @Test
    void a_correlation_id_is_made_when_none_is_sent() {
        var first = api.get(BASE + "/aapnekrav").header("Korrelasjonsid");

        assertThat(UUID.fromString(first)).hasToString(first);
        assertThat(api.get(BASE + "/aapnekrav").header("Korrelasjonsid")).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-1-1-1-1", "abc", "", "6ec0ea47-6b2c-4e3c-8b0e-5d7e5b3f0a11%0Aforged"})
    void a_correlation_id_that_is_not_a_uuid_is_refused_once_the_caller_is_known(String sent) {
        var path = BASE + "/aapnekrav?Korrelasjonsid=" + sent;

        assertThat(api.get(path, "Accept", "*/*").code()).isEqualTo("KB-004");
        var reply = api.get(path);
        assertThat(reply.code()).isEqualTo("KB-006");
        assertThat(reply.text()).doesNotContain("forged").doesNotContain("1-1-1-1-1");
    }

    @Test
    void two_different_correlation_ids_are_refused() {
        var other = UUID.randomUUID().toString();
        var reply = api.get(
                BASE + "/aapnekrav?Korrelasjonsid=" + ID,
                "Korrelasjonsid",
                other,
                "Authorization",
                "Bearer " + api.token());

        assertThat(reply.code()).isEqualTo("KB-006");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/regnskapssystem/%zz/aapnekrav",
                "/v1/regnskapssystem/a%2Fb/aapnekrav",
                "/v1/regnskapssystem/<script>/aapnekrav",
                "/v1/regnskapssystem/313371735/krav?fraOgMed=%zz",
                "/v1/regnskapssystem/313371735/krav?Korrelasjonsid=%zz",
            })
    void an_address_that_is_none_gets_the_apis_error_and_no_page_of_the_servers(String path) throws IOException {
        var answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 4").contains("\"kode\":\"KB-00").doesNotContain("<html", "Tomcat");
    }

    @Test
    void parameters_that_cannot_be_decoded_are_refused_once_the_caller_is_known() throws IOException {
        var request = "GET " + BASE
                + "/krav?fraOgMed=%zz&tilOgMed=2026-01-01 HTTP/1.1\r\nHost: localhost\r\n%sConnection: close\r\n\r\n";

        assertThat(raw(request.replace("%s", ""))).startsWith("HTTP/1.1 401");
        assertThat(raw(request.replace("%s", "Authorization: Bearer " + api.token() + "\r\n")))
                .startsWith("HTTP/1.1 400")
                .contains("KB-006", "kan ikke leses");
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", api.port())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
