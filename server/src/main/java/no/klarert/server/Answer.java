package no.klarert.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a call is answered with. */
record Answer(int status, List<Header> headers, Body body) {
    static final String JSON = "application/json; charset=utf-8";
    static final String TEXT = "text/plain; charset=utf-8";
    static final String HTML = "text/html; charset=utf-8";

    Answer {
        headers = List.copyOf(headers);
    }

    static Answer empty(int status) {
        return new Answer(status, List.of(), Body.NONE);
    }

    static Answer json(int status, JsonNode node) {
        return bytes(status, JSON, Json.write(node));
    }

    static Answer text(int status, String text) {
        return bytes(status, TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    static Answer html(int status, String page) {
        return bytes(status, HTML, page.getBytes(StandardCharsets.UTF_8));
    }

    static Answer bytes(int status, String contentType, byte[] content) {
        return new Answer(status, List.of(new Header("Content-Type", contentType)), Body.of(content));
    }

    Answer with(String name, String value) {
        var more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Answer(status, more, body);
    }

    /** Not to be kept by anyone on the way (RFC 9111 §5.2.2.5). */
    Answer noStore() {
        return with("Cache-Control", "no-store").with("Pragma", "no-cache");
    }

    record Header(String name, String value) {}

    /** The bytes of an answer; not to be changed after it is made. */
    static final class Body {
        static final Body NONE = new Body(new byte[0]);
        private final byte[] content;

        private Body(byte[] content) {
            this.content = content;
        }

        static Body of(byte[] content) {
            return new Body(content);
        }

        byte[] content() {
            return content;
        }

        String asText() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }
}
