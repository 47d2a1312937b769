package no.klarert.sdk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A JSON object with typed access: a member of another type than asked for is an {@link UnreadableJsonException}. */
final class JsonObject {
    private final Map<?, ?> members;

    private JsonObject(Map<?, ?> members) {
        this.members = members;
    }

    /** Reads an object; member names are exact. */
    static JsonObject parse(String text) {
        return of("document", JsonReader.read(text, LinkedHashMap::new));
    }

    /** Reads an object whose member names, at every depth, are found ignoring case; two that differ only in case are refused. */
    static JsonObject parseIgnoringCase(String text) {
        return of("document", JsonReader.read(text, () -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER)));
    }

    private static JsonObject of(String what, Object value) {
        if (value instanceof Map<?, ?> members) {
            return new JsonObject(members);
        }
        throw wrongType(what, "an object");
    }

    boolean has(String name) {
        return value(name).isPresent();
    }

    Optional<String> text(String name) {
        return value(name).map(value -> asText(name, value));
    }

    String requiredText(String name) {
        return text(name).orElseThrow(() -> new UnreadableJsonException("`" + name + "` is missing"));
    }

    Optional<Long> integer(String name) {
        return value(name).map(value -> asInteger(name, value));
    }

    /** Seconds since 1970 (RFC 7519 §2, NumericDate); a fraction is cut off. */
    Optional<Instant> instant(String name) {
        return value(name).map(value -> asInstant(name, value));
    }

    Optional<JsonObject> object(String name) {
        return value(name).map(value -> of(name, value));
    }

    /** The objects of an array; none when the member is absent. */
    List<JsonObject> objects(String name) {
        return elements(name).stream().map(element -> of(name, element)).toList();
    }

    /** The objects of an array, or the one object that stands there instead; none when the member is absent. */
    List<JsonObject> oneOrMoreObjects(String name) {
        return value(name).orElse(List.of()) instanceof Map<?, ?> single
                ? List.of(new JsonObject(single))
                : objects(name);
    }

    /** The strings of an array; none when the member is absent. */
    List<String> texts(String name) {
        return elements(name).stream().map(element -> asText(name, element)).toList();
    }

    /** The strings of an array, or the one string that stands there instead; none when the member is absent. */
    List<String> oneOrMoreTexts(String name) {
        return value(name).orElse(List.of()) instanceof String single ? List.of(single) : texts(name);
    }

    private List<?> elements(String name) {
        var value = value(name).orElse(List.of());
        if (value instanceof List<?> elements) {
            return elements;
        }
        throw wrongType(name, "an array");
    }

    private Optional<Object> value(String name) {
        return Optional.<Object>ofNullable(members.get(name)).filter(value -> !JsonReader.NULL.equals(value));
    }

    private static String asText(String name, Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw wrongType(name, "a string");
    }

    private static long asInteger(String name, Object value) {
        try {
            return asNumber(name, value).longValueExact();
        } catch (ArithmeticException tooLargeOrFraction) {
            throw wrongType(name, "an integer");
        }
    }

    private static Instant asInstant(String name, Object value) {
        try {
            var seconds = asNumber(name, value).setScale(0, RoundingMode.FLOOR);
            return Instant.ofEpochSecond(seconds.longValueExact());
        } catch (ArithmeticException | DateTimeException outOfRange) {
            throw wrongType(name, "a time");
        }
    }

    private static BigDecimal asNumber(String name, Object value) {
        if (value instanceof BigDecimal number) {
            return number;
        }
        throw wrongType(name, "a number");
    }

    private static UnreadableJsonException wrongType(String name, String expected) {
        return new UnreadableJsonException("`" + name + "` is not " + expected);
    }
}
