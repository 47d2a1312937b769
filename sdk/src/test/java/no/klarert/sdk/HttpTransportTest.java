package no.klarert.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import no.klarert.sdk.testing.TestServer;
import no.klarert.sdk.testing.TestServer.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTransportTest {
    private static final HttpSettings QUICK =
            HttpSettings.standard().withTimeout(Duration.ofMillis(300)).withAttempts(1);

    @Test
    void gives_up_on_an_answer_that_starts_but_does_not_end() throws Exception {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var peer = new Thread(() -> beginAnswer(server));
            peer.start();

            var result = new HttpTransport(QUICK).get(URI.create("http://localhost:" + server.getLocalPort() + "/"));

            assertThat(result).isEqualTo(new HttpResult.NoAnswer("no answer within 300 ms", true));
            peer.interrupt();
        }
    }

    private static void beginAnswer(ServerSocket server) {
        try (var socket = server.accept()) {
            socket.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{".getBytes(StandardCharsets.US_ASCII));
            Thread.sleep(10_000);
        } catch (IOException | InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void says_when_nobody_listens() throws IOException {
        int port;
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
        }

        assertThat(new HttpTransport(QUICK).get(URI.create("http://localhost:" + port + "/")))
                .isEqualTo(new HttpResult.NoAnswer("could not connect", true));
    }

    @Test
    void an_interrupted_thread_gets_no_answer_and_stays_interrupted() {
        try (var server = new TestServer()) {
            server.on("/", request -> Response.json(200, "{}"));
            Thread.currentThread().interrupt();

            var result = new HttpTransport(HttpSettings.standard()).get(server.address(""));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(result).isEqualTo(new HttpResult.NoAnswer("interrupted while waiting", false));
        }
    }

    @Test
    void takes_a_body_up_to_the_bound_and_none_beyond() {
        try (var server = new TestServer()) {
            server.on("/fits", request -> Response.json(200, "x".repeat(256 * 1024)));
            server.on("/larger", request -> Response.json(200, "x".repeat(256 * 1024 + 1)));

            assertThat(new HttpTransport(QUICK).get(server.address("fits"))).isInstanceOf(HttpResult.Answer.class);
            assertThat(new HttpTransport(QUICK).get(server.address("larger")))
                    .isEqualTo(new HttpResult.NoAnswer("the answer is larger than 262144 bytes", false));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://test.maskinporten.no/, true",
        "http://localhost:8080/, true",
        "http://127.0.0.1/, true",
        "http://[::1]:1/, true",
        "http://maskinporten.no/, false",
        "http://localhost.example.no/, false",
        "http://127.0.0.1.example.no/, false",
        "https://user:pass@maskinporten.no/, false",
        "https://maskinporten.no/#x, false",
        "ftp://localhost/, false",
        "file:///etc/passwd, false",
        "maskinporten.no/, false",
    })
    void speaks_with_https_addresses_and_with_this_machine_only(String address, boolean allowed) {
        assertThat(HttpSettings.standard().allows(URI.create(address))).isEqualTo(allowed);
    }

    @Test
    void checks_an_address_for_those_who_send_tokens_themselves() {
        var api = URI.create("https://api.example.no/v1");
        assertThat(HttpSettings.standard().checked("api", api)).isEqualTo(api);

        assertThatThrownBy(() -> HttpSettings.standard().checked("api", URI.create("http://api.example.no/v1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("api `http://api.example.no/v1` is not an https address");
    }

    @Test
    void speaks_plain_http_with_others_when_told_by_name() {
        var settings = HttpSettings.standard().allowingPlainHttp();

        assertThat(settings.allows(URI.create("http://klarert:8080/"))).isTrue();
        assertThat(settings.allows(URI.create("ftp://klarert/"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 11})
    void refuses_a_number_of_attempts_out_of_bounds(int attempts) {
        assertThatThrownBy(() -> HttpSettings.standard().withAttempts(attempts))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HttpSettings.standard().withTimeout(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
