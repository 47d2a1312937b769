package no.klarert.conformance.maskinporten;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plain HTTP with one server. */
record Http(URI base) {
    private static final int ATTEMPTS = 10;
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final JsonMapper JSON = new JsonMapper();

    /** What came back. */
    record Reply(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String text() {
            return response.body();
        }

        JsonNode json() {
            return JSON.readTree(text());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** Of a response of the token endpoint. */
        String accessToken() {
            return json().path("access_token").asString();
        }
    }

    /** Asks the token endpoint with this assertion. */
    Reply token(String assertion) {
        return form("grant_type=" + encoded("urn:ietf:params:oauth:grant-type:jwt-bearer") + "&assertion="
                + encoded(assertion));
    }

    /** Posts this form to the token endpoint. */
    Reply form(String form) {
        return send(request("/maskinporten/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    Reply get(String path) {
        return send(request(path));
    }

    /** One call with a bearer token; a body, if any, is JSON. */
    Reply call(String method, String path, String token, String json) {
        var request = request(path).header("Authorization", "Bearer " + token);
        if (json.isEmpty()) {
            return send(request.method(method, BodyPublishers.noBody()));
        }
        return send(request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(json)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
    }

    /**
     * Asks again if the connection ended: a server that refuses a body before it has come to its end closes the connection, and a
     * client that still writes may never read the answer (RFC 9112 §9.6).
     */
    Reply send(HttpRequest.Builder request) {
        for (int attempt = 1; ; attempt++) {
            try {
                return sendOnce(request);
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static Reply sendOnce(HttpRequest.Builder request) throws IOException {
        try {
            return new Reply(CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
