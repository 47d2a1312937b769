package no.klarert.server;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.klarert.issuer.AdministrationOutcome;
import no.klarert.issuer.InvalidField;
import no.klarert.issuer.PrivateKeyMaterial;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.ScopeName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads what comes to the administration interfaces and answers it: done with 200 and the thing as it is now, refused with the
 * error body of these interfaces (Maskinporten §6.4 and §6.5).
 *
 * @param objectName what the interface is about, as errors call it
 */
record AdministrationAnswers(String objectName, InstantSource clock) {
    private static final String JSON = "application/json";

    <T> Answer of(Call call, AdministrationOutcome<T> outcome, Function<T, JsonNode> write) {
        return switch (outcome) {
            case AdministrationOutcome.Done<T>(var value) -> Answer.json(200, write.apply(value));
            case AdministrationOutcome.Invalid<T>(var fields) -> invalid(call, fields);
            case AdministrationOutcome.Forbidden<T>(var reason) -> refused(call, 403, reason);
            case AdministrationOutcome.Unknown<T>(var reason) -> refused(call, 404, reason);
            case AdministrationOutcome.Conflict<T>(var reason) -> refused(call, 409, reason);
        };
    }

    static <T> JsonNode list(List<T> things, Function<T, JsonNode> write) {
        var array = JsonNodeFactory.instance.arrayNode();
        things.forEach(thing -> array.add(write.apply(thing)));
        return array;
    }

    Answer refused(Call call, int status, String reason) {
        var errors = JsonNodeFactory.instance.arrayNode();
        errors.addObject()
                .put("errorMessage", reason)
                .put("isFieldError", false)
                .put("objectName", objectName)
                .putNull("fieldIdentifier");
        return answer(call, status, errors, reason);
    }

    private Answer invalid(Call call, List<InvalidField> fields) {
        var errors = JsonNodeFactory.instance.arrayNode();
        for (var field : fields) {
            errors.addObject()
                    .put("errorMessage", field.message())
                    .put("isFieldError", true)
                    .put("objectName", objectName)
                    .put("fieldIdentifier", field.field());
        }
        var description = fields.stream()
                .map(field -> field.field() + ": " + field.message())
                .collect(Collectors.joining("; "));
        return answer(call, 400, errors, description);
    }

    private Answer answer(Call call, int status, ArrayNode errors, String description) {
        var body = Json.object();
        body.put("status", status);
        body.put("timestamp", clock.instant().toString());
        body.put("correlation_id", call.trace().trace());
        body.set("errors", errors);
        body.put("error", Problem.reason(status));
        body.put("error_description", description);
        return Answer.json(status, body);
    }

    /** What {@code read} makes of the body's members; ends the call if there was anything wrong with them. */
    <T> T body(Call call, int limit, Function<JsonFields, T> read) {
        var fields = JsonFields.of(json(call, limit));
        refuseFaulty(call, fields);
        var value = read.apply(fields);
        refuseFaulty(call, fields);
        return value;
    }

    private JsonNode json(Call call, int limit) {
        try {
            var bytes = bytes(call, limit);
            // All bytes of PEM are of ASCII, which is a subset of what this reads.
            if (PrivateKeyMaterial.isInText(new String(bytes, StandardCharsets.ISO_8859_1))) {
                throw new RefusedCall(refused(call, 400, "the body is not accepted: " + PrivateKeyMaterial.ADVICE));
            }
            return Json.read(bytes);
        } catch (Json.MalformedJson e) {
            throw new RefusedCall(refused(call, 400, e.getMessage()));
        }
    }

    private void refuseFaulty(Call call, JsonFields fields) {
        if (fields.isFaulty()) {
            throw new RefusedCall(invalid(
                    call,
                    fields.errors().stream()
                            .map(error -> new InvalidField(place(error.pointer()), error.message()))
                            .toList()));
        }
    }

    /** A JSON pointer as these interfaces write places: {@code scopes[2]}. */
    private static String place(String pointer) {
        return pointer.isEmpty()
                ? "body"
                : pointer.substring(1).replaceAll("/(\\d+)", "[$1]").replace('/', '.');
    }

    /** The body as text that should be JSON, not looked into. */
    String text(Call call, int limit) {
        return UrlEncoded.utf8(bytes(call, limit))
                .orElseThrow(() -> new RefusedCall(refused(call, 400, "the body is not UTF-8")));
    }

    private byte[] bytes(Call call, int limit) {
        if (!call.contentType().equals(JSON)) {
            throw new RefusedCall(refused(call, 415, "the content type must be " + JSON));
        }
        return call.bodyWithin(limit)
                .orElseThrow(() -> new RefusedCall(refused(call, 413, "the body is larger than " + limit + " bytes")));
    }

    /** The scope in the query, never in the path because it may contain a slash (Maskinporten §6.1). */
    ScopeName scope(Call call) {
        var text =
                call.query().single("scope").orElseThrow(() -> wrong(call, "scope", "is required in the query, once"));
        return value(call, "scope", text, ScopeName::parse);
    }

    /** A value in the address; ends the call if it is not of its kind. */
    <T> T value(Call call, String name, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (InvalidValueException e) {
            throw wrong(call, name, e.getMessage());
        }
    }

    private RefusedCall wrong(Call call, String name, String message) {
        return new RefusedCall(invalid(call, List.of(new InvalidField(name, message))));
    }
}
