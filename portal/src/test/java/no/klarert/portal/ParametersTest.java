package no.klarert.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.klarert.portal.PortalRequest.Method;
import no.klarert.vocabulary.InvalidValueException;
import org.junit.jupiter.api.Test;

class ParametersTest {
    @Test
    void a_parameter_given_once_is_there() {
        var parameters = new Parameters(Map.of("id", List.of(" a b ")));

        assertThat(parameters.get("id")).contains(" a b ");
        assertThat(parameters.text("id")).contains("a b");
        assertThat(parameters.encoded()).isEqualTo("?id=+a+b+");
    }

    @Test
    void a_parameter_given_twice_is_not() {
        var parameters = new Parameters(Map.of("id", List.of("a", "b")));

        assertThat(parameters.get("id")).isEmpty();
        assertThat(parameters.encoded()).isEmpty();
    }

    @Test
    void refuses_too_many_and_too_long_ones() {
        var many = new HashMap<String, List<String>>();
        for (int i = 0; i < 65; i++) {
            many.put("p" + i, List.of(""));
        }
        var secret = "s".repeat(4097);

        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new Parameters(many));
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new Parameters(Map.of("p", List.of(secret))))
                .withMessageNotContaining("sss");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new Parameters(Map.of("n".repeat(129), List.of(""))));
    }

    @Test
    void a_request_keeps_only_the_headers_it_reads_and_has_bounds() {
        assertThat(request("/", Map.of("Accept-Language", "nn", "Cookie", "x")).headers())
                .containsExactly(Map.entry("accept-language", "nn"));
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> request("/" + "a".repeat(1024), Map.of()));
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> request("/", Map.of("accept-language", "n".repeat(4097))));
    }

    @Test
    void a_request_keeps_only_the_portals_cookies_however_many_and_long_the_others_are() {
        var cookies = new HashMap<String, String>();
        cookies.put("klarert-session", "a");
        cookies.put("__Host-klarert-session", "b");
        for (int i = 0; i < 100; i++) {
            cookies.put("theirs-" + i, "c".repeat(5000));
        }
        var request = new PortalRequest(Method.GET, "/", Parameters.NONE, Parameters.NONE, cookies, Map.of(), "r");

        assertThat(request.cookies()).containsOnlyKeys("klarert-session", "__Host-klarert-session");
    }

    private static PortalRequest request(String path, Map<String, String> headers) {
        return new PortalRequest(Method.GET, path, Parameters.NONE, Parameters.NONE, Map.of(), headers, "r");
    }
}
