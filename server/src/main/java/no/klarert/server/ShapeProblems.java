package no.klarert.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.Uuids;
import tools.jackson.databind.JsonNode;

/** Bodies and parameters that do not have the shape they should (system user API §3.3). */
final class ShapeProblems {
    private static final String TYPE = "https://tools.ietf.org/html/rfc9110#section-15.5.1";
    private static final String TITLE = "One or more validation errors occurred.";
    private static final String WHOLE_BODY = "$";

    private ShapeProblems() {}

    /** Every error by its place in the body: {@code rights.0.resource}, or {@code $} for the body as a whole. */
    static Problem of(List<FieldError> errors) {
        var byPlace = Json.object();
        for (var error : errors) {
            byPlace.withArray(place(error.pointer())).add(error.message());
        }
        return new Problem(400, TYPE, TITLE, Optional.empty(), Optional.empty(), Map.of("errors", byPlace));
    }

    static Problem of(String name, String message) {
        return of(List.of(new FieldError("/" + name, message)));
    }

    private static String place(String pointer) {
        return pointer.isEmpty() ? WHOLE_BODY : pointer.substring(1).replace('/', '.');
    }

    /** The body as JSON; ends the call if it is not JSON as we accept it. */
    static JsonNode json(Call call, int limit) {
        try {
            return Json.read(call.body(limit));
        } catch (Json.MalformedJson e) {
            throw call.refuse(of(List.of(new FieldError("", e.getMessage()))));
        }
    }

    /** What {@code read} makes of the body's members; ends the call if there was anything wrong with them. */
    static <T> T body(Call call, int limit, Function<JsonFields, T> read) {
        var fields = JsonFields.of(json(call, limit));
        if (fields.isFaulty()) {
            throw call.refuse(of(fields.errors()));
        }
        var value = read.apply(fields);
        if (fields.isFaulty()) {
            throw call.refuse(of(fields.errors()));
        }
        return value;
    }

    /** A UUID in the path; ends the call if it is none. */
    static UUID uuid(Call call, String name) {
        return value(call, name, call.parameter(name), text -> Uuids.parse(name, text));
    }

    /** A query parameter that must be there and not be empty; ends the call otherwise. */
    static String required(Call call, String name) {
        return call.query()
                .ignoringCase(name)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> call.refuse(of(name, "is required")));
    }

    /** A value in the address; ends the call if it is not of its kind. */
    static <T> T value(Call call, String name, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (InvalidValueException e) {
            throw call.refuse(of(name, e.getMessage()));
        }
    }
}
