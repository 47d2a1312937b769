package no.klarert.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.LocalizedText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the members of one JSON object into values, and notes every problem with its place, so that all of them are reported at
 * once. After a problem a stand-in value is answered; the caller asks {@link #errors()} before using any of it. An explicit null
 * counts as absent. Names are compared ignoring case, as the public services do (system user API §1.2).
 */
final class JsonFields {
    private static final int MOST_ERRORS = 100;

    private final JsonNode node;
    private final String pointer;
    private final List<FieldError> errors;

    private JsonFields(JsonNode node, String pointer, List<FieldError> errors) {
        this.node = node;
        this.pointer = pointer;
        this.errors = errors;
    }

    /** The members of {@code node}; one error if it is not an object. */
    static JsonFields of(JsonNode node) {
        var fields = new JsonFields(node, "", new ArrayList<>());
        if (!node.isObject()) {
            fields.wrong("", "expected an object");
        }
        return fields;
    }

    /** Every problem met so far, in the order met, here and in nested objects. */
    List<FieldError> errors() {
        return List.copyOf(errors);
    }

    boolean isFaulty() {
        return !errors.isEmpty();
    }

    boolean has(String name) {
        return member(name) != null;
    }

    Optional<JsonNode> raw(String name) {
        return Optional.ofNullable(member(name));
    }

    Optional<String> text(String name) {
        var value = member(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isString()) {
            wrong(name, "expected a string");
            return Optional.empty();
        }
        return Optional.of(value.stringValue());
    }

    /** A text that must be there and not be blank. */
    String requiredText(String name) {
        var text = text(name);
        boolean absent = text.isEmpty() && !mentioned(name);
        if (absent || text.filter(String::isBlank).isPresent()) {
            wrong(name, "is required");
        }
        return text.orElse("");
    }

    /** A text turned into a value by {@code parse}, whose {@link InvalidValueException} becomes an error. */
    <T> Optional<T> value(String name, Function<String, T> parse) {
        return text(name).flatMap(text -> parsed(name, text, parse));
    }

    <T> Optional<T> requiredValue(String name, Function<String, T> parse) {
        var text = requiredText(name);
        return text.isBlank() ? Optional.empty() : parsed(name, text, parse);
    }

    boolean flag(String name, boolean otherwise) {
        var value = member(name);
        if (value != null && !value.isBoolean()) {
            wrong(name, "expected true or false");
        }
        return (value != null && value.isBoolean()) ? value.booleanValue() : otherwise;
    }

    /** A whole number within the bounds, inclusive. */
    int integer(String name, int otherwise, int least, int most) {
        var value = member(name);
        if (value == null) {
            return otherwise;
        }
        boolean whole = value.isIntegralNumber() && value.canConvertToInt();
        if (!whole || value.intValue() < least || value.intValue() > most) {
            wrong(name, "expected a whole number from " + least + " to " + most);
            return otherwise;
        }
        return value.intValue();
    }

    /** The members of a nested object; absent if it is. */
    Optional<JsonFields> object(String name) {
        var value = member(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isObject()) {
            wrong(name, "expected an object");
            return Optional.empty();
        }
        return Optional.of(new JsonFields(value, pointer + "/" + name, errors));
    }

    /** Texts by language; every value must be a string. */
    Optional<LocalizedText> localized(String name) {
        return object(name).map(JsonFields::byLanguage);
    }

    private LocalizedText byLanguage() {
        SortedMap<String, String> texts = new TreeMap<>();
        for (var entry : node.properties()) {
            text(entry.getKey()).ifPresent(text -> texts.put(entry.getKey(), text));
        }
        return new LocalizedText(texts);
    }

    /** The strings of an array; absent if it is. */
    Optional<List<String>> texts(String name) {
        return elements(name).map(elements -> {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < elements.size(); i++) {
                if (elements.get(i).isString()) {
                    texts.add(elements.get(i).stringValue());
                } else {
                    wrong(name + "/" + i, "expected a string");
                }
            }
            return texts;
        });
    }

    /** The objects of an array; absent if it is. */
    Optional<List<JsonFields>> objects(String name) {
        return elements(name).map(elements -> {
            List<JsonFields> objects = new ArrayList<>();
            for (int i = 0; i < elements.size(); i++) {
                if (elements.get(i).isObject()) {
                    objects.add(new JsonFields(elements.get(i), pointer + "/" + name + "/" + i, errors));
                } else {
                    wrong(name + "/" + i, "expected an object");
                }
            }
            return objects;
        });
    }

    /** Notes a problem with a member; once there are {@value #MOST_ERRORS}, no further ones. */
    void wrong(String name, String message) {
        if (errors.size() >= MOST_ERRORS) {
            return;
        }
        errors.add(new FieldError(name.isEmpty() ? pointer : pointer + "/" + name, message));
    }

    /** Names of members that are not among {@code known}, ignoring case, each noted as an error. */
    void refuseUnknown(String... known) {
        if (node instanceof ObjectNode object) {
            for (var entry : object.properties()) {
                if (java.util.Arrays.stream(known).noneMatch(entry.getKey()::equalsIgnoreCase)) {
                    wrong(entry.getKey(), "unknown member");
                }
            }
        }
    }

    /** Notes an error for each of these members that is there and null. */
    void refuseNull(String... names) {
        if (node instanceof ObjectNode object) {
            for (var entry : object.properties()) {
                if (entry.getValue().isNull()
                        && java.util.Arrays.stream(names).anyMatch(entry.getKey()::equalsIgnoreCase)) {
                    wrong(entry.getKey(), "must not be null");
                }
            }
        }
    }

    /** A text of at most {@code longest} characters. */
    Optional<String> text(String name, int longest) {
        var text = text(name);
        if (text.isPresent() && text.get().length() > longest) {
            wrong(name, "is longer than " + longest + " characters");
        }
        return text;
    }

    private Optional<List<JsonNode>> elements(String name) {
        var value = member(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isArray()) {
            wrong(name, "expected an array");
            return Optional.empty();
        }
        List<JsonNode> elements = new ArrayList<>();
        value.forEach(elements::add);
        return Optional.of(elements);
    }

    private <T> Optional<T> parsed(String name, String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (InvalidValueException e) {
            wrong(name, e.getMessage());
            return Optional.empty();
        }
    }

    private boolean mentioned(String name) {
        var place = pointer + "/" + name;
        return errors.stream().anyMatch(error -> error.pointer().equals(place));
    }

    /** A member there in several spellings is an error: two readers might each take another one. */
    private @Nullable JsonNode member(String name) {
        if (!(node instanceof ObjectNode object)) {
            return null;
        }
        JsonNode found = null;
        for (var entry : object.properties()) {
            if (entry.getKey().equalsIgnoreCase(name)) {
                if (found != null && !mentioned(name)) {
                    wrong(name, "is there more than once, in different spellings");
                }
                found = entry.getValue();
            }
        }
        return found == null || found.isNull() ? null : found;
    }
}
