package no.klarert.server.demo;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls to one base address with one bearer token, or with none. */
record Api(LoggedHttp http, URI base, Optional<String> token) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** An answer: its status and its text, read as JSON where it is some. */
    record Reply(int status, String text) {
        JsonNode json() {
            try {
                return MAPPER.readTree(text);
            } catch (JacksonException e) {
                throw new StoryFailure("expected JSON, got " + text);
            }
        }

        /** The member of that name as text; empty text if there is none. */
        String member(String name) {
            return json().path(name).asString("");
        }

        boolean is(int expected) {
            return status == expected;
        }
    }

    Reply get(String path) {
        return reply(request(path).GET());
    }

    Reply post(String path, JsonNode body) {
        return reply(request(path).header("Content-Type", "application/json").POST(bytes(body)));
    }

    Reply put(String path, JsonNode body) {
        return reply(request(path).header("Content-Type", "application/json").PUT(bytes(body)));
    }

    Reply put(String path) {
        return reply(request(path).PUT(HttpRequest.BodyPublishers.noBody()));
    }

    Reply post(String path, String contentType, String body) {
        return reply(request(path)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    /** A file as {@code multipart/form-data} (RFC 7578). */
    Reply postFile(String path, String field, String content) {
        var boundary = "klarert-demo-boundary";
        return post(path, "multipart/form-data; boundary=" + boundary, """
                --%1$s\r
                Content-Disposition: form-data; name="%2$s"; filename="policy.xml"\r
                Content-Type: application/xml\r
                \r
                %3$s\r
                --%1$s--\r
                """.formatted(boundary, field, content));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "application/json");
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        return request;
    }

    private Reply reply(HttpRequest.Builder request) {
        HttpResponse<String> response = http.exchange(request);
        return new Reply(response.statusCode(), response.body());
    }

    private static HttpRequest.BodyPublisher bytes(JsonNode body) {
        return HttpRequest.BodyPublishers.ofByteArray(MAPPER.writeValueAsBytes(body));
    }
}
