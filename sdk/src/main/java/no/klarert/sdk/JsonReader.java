package no.klarert.sdk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Reads JSON strictly (RFC 8259): nothing after the value, bounded depth and numbers, no member twice. Values are
 * {@code Map}, {@code List}, {@code String}, {@code BigDecimal}, {@code Boolean} and {@link #NULL}.
 */
final class JsonReader {
    /** Stands for the JSON value {@code null}. */
    static final Object NULL = new Object();

    private static final int MAX_DEPTH = 32;
    private static final int MAX_NUMBER_LENGTH = 64;
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?");

    private final String text;
    private final Supplier<Map<String, Object>> newObject;
    private int at;
    private int depth;

    private JsonReader(String text, Supplier<Map<String, Object>> newObject) {
        this.text = text;
        this.newObject = newObject;
    }

    /**
     * Reads one value.
     *
     * @param newObject makes the empty map of each object; its idea of equal keys decides what a repeated member is
     */
    static Object read(String text, Supplier<Map<String, Object>> newObject) {
        var reader = new JsonReader(text, newObject);
        reader.skipSpace();
        var value = reader.value();
        reader.skipSpace();
        if (reader.at < text.length()) {
            throw reader.unexpected();
        }
        return value;
    }

    private Object value() {
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", NULL);
            default -> number();
        };
    }

    private Map<String, Object> object() {
        var members = newObject.get();
        descend();
        if (!closes('}')) {
            do {
                member(members);
            } while (continues('}'));
        }
        depth--;
        return members;
    }

    private void member(Map<String, Object> members) {
        skipSpace();
        if (peek() != '"') {
            throw unexpected();
        }
        var name = string();
        skipSpace();
        expect(':');
        skipSpace();
        if (members.put(name, value()) != null) {
            throw new UnreadableJsonException("a member occurs twice before position " + at);
        }
        skipSpace();
    }

    private List<Object> array() {
        var elements = new ArrayList<>();
        descend();
        if (!closes(']')) {
            do {
                skipSpace();
                elements.add(value());
                skipSpace();
            } while (continues(']'));
        }
        depth--;
        return elements;
    }

    private void descend() {
        at++;
        if (++depth > MAX_DEPTH) {
            throw new UnreadableJsonException("nested more than " + MAX_DEPTH + " deep");
        }
        skipSpace();
    }

    private boolean closes(char end) {
        if (peek() != end) {
            return false;
        }
        at++;
        return true;
    }

    private boolean continues(char end) {
        if (closes(end)) {
            return false;
        }
        expect(',');
        return true;
    }

    private String string() {
        var read = new StringBuilder();
        at++;
        while (true) {
            char next = take();
            if (next == '"') {
                return read.toString();
            }
            if (next < ' ') {
                throw new UnreadableJsonException("control character in a string before position " + at);
            }
            read.append(next == '\\' ? escaped() : next);
        }
    }

    private char escaped() {
        char kind = take();
        return switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw new UnreadableJsonException("unknown escape before position " + at);
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            char digit = take();
            int value = digit < 128 ? Character.digit(digit, 16) : -1;
            if (value < 0) {
                throw new UnreadableJsonException("bad unicode escape before position " + at);
            }
            code = code * 16 + value;
        }
        return (char) code;
    }

    private BigDecimal number() {
        var matcher = NUMBER.matcher(text).region(at, text.length());
        if (!matcher.lookingAt() || matcher.end() - at > MAX_NUMBER_LENGTH) {
            throw unexpected();
        }
        at = matcher.end();
        return new BigDecimal(matcher.group());
    }

    private Object word(String word, Object meaning) {
        if (!text.startsWith(word, at)) {
            throw unexpected();
        }
        at += word.length();
        return meaning;
    }

    private void expect(char expected) {
        if (peek() != expected) {
            throw unexpected();
        }
        at++;
    }

    private char take() {
        char next = peek();
        at++;
        return next;
    }

    private char peek() {
        if (at >= text.length()) {
            throw new UnreadableJsonException("ends too early");
        }
        return text.charAt(at);
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private UnreadableJsonException unexpected() {
        return new UnreadableJsonException("not JSON at position " + at);
    }
}
