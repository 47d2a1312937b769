package no.klarert.issuer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import no.klarert.vocabulary.InvalidValueException;

/**
 * Reads one JSON object (RFC 8259) from outside. Unlike Nimbus' reader it refuses duplicate members at every level (RFC 8725
 * §2.6, RFC 7515 §4) and bounds the nesting. Whole numbers that fit become {@link Long}, other numbers {@link Double}, null
 * becomes {@link Null}; the size is bounded by whoever hands over the text.
 */
final class JsonReader {
    private static final int DEEPEST = 16;
    private static final int LONGEST_WHOLE_NUMBER = 18;
    private static final Pattern NUMBER = Pattern.compile("-?+(?:0|[1-9][0-9]*+)(\\.[0-9]++)?+([eE][+-]?+[0-9]++)?+");

    /** Stands for a JSON null. */
    enum Null {
        NULL
    }

    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    /** The members in order; anything but one object is an {@link InvalidValueException} that repeats at most a plain member name. */
    static Map<String, Object> readObject(String text) {
        var reader = new JsonReader(text);
        reader.skipWhiteSpace();
        reader.expect('{');
        var members = reader.members(1);
        reader.skipWhiteSpace();
        if (reader.at != text.length()) {
            throw reader.problem("something follows the object");
        }
        return members;
    }

    private Object value(int depth) {
        if (depth > DEEPEST) {
            throw problem("nested deeper than " + DEEPEST + " levels");
        }
        skipWhiteSpace();
        return switch (peek()) {
            case '{' -> {
                at++;
                yield members(depth);
            }
            case '[' -> {
                at++;
                yield elements(depth);
            }
            case '"' -> {
                at++;
                yield string();
            }
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", Null.NULL);
            default -> number();
        };
    }

    private Map<String, Object> members(int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        skipWhiteSpace();
        if (skip('}')) {
            return members;
        }
        do {
            skipWhiteSpace();
            expect('"');
            var name = string();
            skipWhiteSpace();
            expect(':');
            if (members.put(name, value(depth + 1)) != null) {
                throw problem(ShownName.of("member", name) + " occurs twice");
            }
            skipWhiteSpace();
        } while (skip(','));
        expect('}');
        return members;
    }

    private List<Object> elements(int depth) {
        List<Object> elements = new ArrayList<>();
        skipWhiteSpace();
        if (skip(']')) {
            return elements;
        }
        do {
            elements.add(value(depth + 1));
            skipWhiteSpace();
        } while (skip(','));
        expect(']');
        return elements;
    }

    private String string() {
        var content = new StringBuilder();
        for (char c = next(); c != '"'; c = next()) {
            if (c < ' ') {
                throw problem("control character in a string");
            }
            content.append(c == '\\' ? escaped() : c);
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(content)) {
            throw problem("half a surrogate pair in a string");
        }
        return content.toString();
    }

    private char escaped() {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> (char) ((hexDigit() << 12) | (hexDigit() << 8) | (hexDigit() << 4) | hexDigit());
            default -> throw problem("unknown escape in a string");
        };
    }

    private int hexDigit() {
        char c = next();
        int digit = c < 128 ? Character.digit(c, 16) : -1;
        if (digit < 0) {
            throw problem("expected a hexadecimal digit");
        }
        return digit;
    }

    private Object number() {
        var number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) {
            throw problem("expected a value");
        }
        at = number.end();
        var digits = number.group();
        boolean whole = number.group(1) == null && number.group(2) == null && digits.length() <= LONGEST_WHOLE_NUMBER;
        return whole ? (Object) Long.valueOf(digits) : (Object) Double.valueOf(digits);
    }

    private Object word(String word, Object meaning) {
        if (!text.startsWith(word, at)) {
            throw problem("expected a value");
        }
        at += word.length();
        return meaning;
    }

    private void skipWhiteSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean skip(char wanted) {
        boolean there = at < text.length() && text.charAt(at) == wanted;
        if (there) {
            at++;
        }
        return there;
    }

    private void expect(char wanted) {
        if (!skip(wanted)) {
            throw problem("expected `" + wanted + "`");
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw problem("ends too early");
        }
        return text.charAt(at);
    }

    private char next() {
        char c = peek();
        at++;
        return c;
    }

    private InvalidValueException problem(String what) {
        return InvalidValueException.secret("JSON object", what + " at character " + (at + 1));
    }
}
