package no.klarert.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One case of the Altinn PDP cases that goes through an endpoint. */
record PdpCase(Path pack, String id, JsonNode document, StandIns standIns) {
    private static final String SYNTAX_ERROR = "urn:oasis:names:tc:xacml:1.0:status:syntax-error";
    private static final String PROCESSING_ERROR = "urn:oasis:names:tc:xacml:1.0:status:processing-error";

    /** The cases of a group, in order. */
    static List<PdpCase> ofGroup(Path pack, Path group) {
        try (var files = Files.list(group)) {
            return files.sorted().map(file -> read(pack, file)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PdpCase read(Path pack, Path file) {
        try {
            var standIns = StandIns.of(Json.read(Files.readAllBytes(file)));
            var document = Json.read(standIns.in(Files.readString(file)).getBytes(StandardCharsets.UTF_8));
            return new PdpCase(pack, document.get("id").asString(), document, standIns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode world() {
        return document.get("world");
    }

    /** A policy of the pack, with the numbers of this case. */
    byte[] policy(String path) {
        try {
            return standIns.in(Files.readString(pack.resolve(path))).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isJson() {
        return document.get("call").get("contentType").asString().equals("application/json");
    }

    /** Asks the network-internal endpoint, which has no authentication and is not served here. */
    boolean isInternal() {
        return document.get("call").get("path").asString().endsWith("/decision");
    }

    /** Whether the call is to be made without credentials. */
    boolean isAnonymous() {
        return document.get("call").has("token")
                && document.get("call").get("token").isNull();
    }

    /** The scopes of the caller's token, if the case says. */
    Optional<List<String>> scopes() {
        return Optional.ofNullable(document.get("call").path("token").get("scopes"))
                .map(scopes -> scopes.valueStream().map(JsonNode::asString).toList());
    }

    byte[] body() {
        var call = document.get("call");
        return call.has("body")
                ? Json.write(call.get("body"))
                : call.get("bodyText").asString().getBytes(StandardCharsets.UTF_8);
    }

    /** What is wrong with an answer; empty if it is as expected. Only the status message may differ (comparison rule 2). */
    Optional<String> difference(int status, String body) {
        var expected = document.get("expect");
        if (status != expected.get("http").asInt()) {
            return Optional.of("status " + status + " instead of " + expected.get("http") + ": " + body);
        }
        if (!expected.has("body")) {
            return Optional.empty();
        }
        var answer = Json.read(body.getBytes(StandardCharsets.UTF_8));
        var wanted = results(expected.get("body")).map(this::comparable).toList();
        var given = results(answer).map(this::comparable).toList();
        return Objects.equals(wanted, given) ? Optional.empty() : Optional.of(given + " instead of " + wanted);
    }

    private static Stream<JsonNode> results(JsonNode body) {
        return body.get("response").valueStream();
    }

    private JsonNode comparable(JsonNode result) {
        var copy = (ObjectNode) result.deepCopy();
        ((ObjectNode) copy.get("status")).remove("statusMessage");
        var code = (ObjectNode) copy.get("status").get("statusCode");
        code.put("value", comparable(code.get("value").asString()));
        return copy;
    }

    /**
     * Codes between which the case does not choose count as one; so do the two that tell bad arguments and failed look-ups
     * apart, where the case asks the internal endpoint, which does not tell them apart (Altinn PDP §4.9).
     */
    private String comparable(String code) {
        var accepted = document.get("expect")
                .path("statusCodes")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        if (accepted.contains(code)) {
            return "any of " + accepted;
        }
        return isInternal() && code.equals(PROCESSING_ERROR) ? SYNTAX_ERROR : code;
    }
}
