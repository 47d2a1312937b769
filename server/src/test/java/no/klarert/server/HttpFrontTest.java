package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import no.klarert.storage.StorageUnavailableException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What HTTP callers see of failures, over a real connection. */
class HttpFrontTest {
    private static final HttpServer SERVER = HttpServer.start(
            new KlarertConfig.Network("127.0.0.1", 0, 0, Optional.empty(), TrustedProxies.NONE),
            new RouteTable(List.of(
                    Route.get("/unavailable", call -> {
                        throw new StorageUnavailableException("hemmelig", new SQLException("hemmelig"));
                    }),
                    Route.get("/failing", call -> {
                        throw new IllegalStateException("hemmelig");
                    }),
                    Route.get("/named/{name}", call -> Answer.empty(204)))),
            new RouteTable(List.of()),
            new Random(1));
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + SERVER.port() + path));
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void an_unavailable_store_is_a_503_that_may_be_tried_again_and_says_no_more() throws Exception {
        var response = get("/unavailable");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        assertThat(response.body()).contains("\"status\":503", "try again").doesNotContain("hemmelig");
    }

    @Test
    void any_other_failure_is_a_500_that_says_nothing() throws Exception {
        var response = get("/failing");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.headers().firstValue("Retry-After")).isEmpty();
        assertThat(response.body()).doesNotContain("hemmelig");
    }

    @Test
    void an_address_with_the_character_zero_is_a_400() throws Exception {
        assertThat(get("/named/a%00b").statusCode()).isEqualTo(400);
        assertThat(get("/named/a?b=%00").statusCode()).isEqualTo(400);
        assertThat(get("/named/a?b=%01").statusCode()).isEqualTo(204);
    }
}
