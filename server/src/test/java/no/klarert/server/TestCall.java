package no.klarert.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** One HTTP request of a test, built up and sent; redirects are not followed. */
final class TestCall {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final HttpRequest.Builder request;
    private final String method;
    private HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.noBody();

    TestCall(URI server, String method, String pathAndQuery) {
        this.request = HttpRequest.newBuilder(URI.create(server + pathAndQuery)).timeout(Duration.ofSeconds(30));
        this.method = method;
    }

    TestCall token(String compact) {
        return header("Authorization", "Bearer " + compact);
    }

    TestCall header(String name, String value) {
        request.header(name, value);
        return this;
    }

    TestCall json(String text) {
        return body("application/json", text);
    }

    TestCall form(String urlEncoded) {
        return body("application/x-www-form-urlencoded", urlEncoded);
    }

    TestCall body(String contentType, String text) {
        return body(contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    TestCall body(String contentType, byte[] content) {
        body = HttpRequest.BodyPublishers.ofByteArray(content);
        return header("Content-Type", contentType);
    }

    Reply send() {
        try {
            var response = CLIENT.send(
                    request.method(method, body).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Reply(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the server answered. */
    record Reply(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String text() {
            return response.body();
        }

        JsonNode json() {
            return Json.read(text().getBytes(StandardCharsets.UTF_8));
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }
}
