package no.klarert.policy.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walks through JSON (RFC 8259) in one pass over its bytes, within limits. Whoever calls says what is expected next; anything
 * else ends in {@link Malformed}. Places are byte offsets.
 */
final class JsonScanner {
    private static final WordTable<String> NO_WORDS = WordTable.of(Map.of());
    private static final byte END = 0;

    private final byte[] text;
    private final WireLimits limits;
    private int at;

    /** How many members the objects and arrays around this place have so far, the outermost first. */
    private int[] members = new int[8];

    private int depth;
    private boolean opened;
    private int nameFrom;
    private int nameTo;
    private @Nullable String decodedName;

    JsonScanner(byte[] text, WireLimits limits) {
        this.text = text;
        this.limits = limits;
        if (text.length > limits.bytes()) {
            throw new Malformed(-1, "the document is larger than " + limits.bytes() + " bytes");
        }
    }

    /** The first byte of what comes next, after white space; 0 at the end, which stands nowhere in JSON. */
    byte peek() {
        while (at < text.length) {
            byte next = text[at];
            if (next > ' ' || (next != ' ' && next != '\n' && next != '\r' && next != '\t')) {
                return next;
            }
            at++;
        }
        return END;
    }

    /** Where what has been read ends. */
    int at() {
        return at;
    }

    /** Where what comes next begins. */
    int place() {
        peek();
        return at;
    }

    /** Goes back to a place that was passed, or forward again, at the same depth. */
    void goTo(int place) {
        at = place;
        opened = false;
    }

    void end() {
        if (peek() != END || at < text.length) {
            throw new Malformed(at, "there is more after the end of the document");
        }
    }

    void openObject() {
        open('{', "an object");
    }

    void openArray() {
        open('[', "an array");
    }

    private void open(char bracket, String what) {
        if (peek() != bracket) {
            throw unexpected(what);
        }
        if (depth > limits.depth()) {
            throw new Malformed(at, "objects and arrays are nested more than " + limits.depth() + " deep");
        }
        if (depth == members.length) {
            members = Arrays.copyOf(members, depth * 2);
        }
        at++;
        members[depth++] = 0;
        opened = true;
    }

    /** Whether the open object has another member. If so, its name has been read and its value comes next. */
    boolean nextMember() {
        if (!next('}')) {
            return false;
        }
        readName();
        if (peek() != ':') {
            throw unexpected("a colon");
        }
        at++;
        return true;
    }

    /** Whether the open array has another element. If so, it comes next. */
    boolean nextElement() {
        return next(']');
    }

    private boolean next(char closing) {
        if (peek() == closing) {
            at++;
            depth--;
            opened = false;
            return false;
        }
        if (!opened) {
            if (peek() != ',') {
                throw unexpected("a comma or `" + closing + "`");
            }
            at++;
        }
        opened = false;
        if (++members[depth - 1] > limits.members()) {
            throw new Malformed(at, "an object or array has more than " + limits.members() + " members");
        }
        return true;
    }

    private void readName() {
        if (peek() != '"') {
            throw unexpected("a name in quotes");
        }
        nameFrom = at + 1;
        nameTo = JsonText.plainEnd(text, nameFrom);
        decodedName = null;
        if (isPlain(nameTo)) {
            at = nameTo + 1;
            checkLength(nameFrom);
        } else {
            decodedName = string();
        }
    }

    /** Where the quote before the name of the member stands. */
    int nameAt() {
        return nameFrom - 1;
    }

    /** What the name of the member means, if the table knows it. */
    <T> @Nullable T name(WordTable<T> words) {
        if (decodedName == null) {
            return words.find(text, nameFrom, nameTo);
        }
        var bytes = decodedName.getBytes(StandardCharsets.UTF_8);
        return words.find(bytes, 0, bytes.length);
    }

    String name() {
        return decodedName == null ? ascii(nameFrom, nameTo) : decodedName;
    }

    String string() {
        return string(NO_WORDS);
    }

    /** A string; one that the table knows is not made anew. */
    String string(WordTable<String> words) {
        if (peek() != '"') {
            throw unexpected("a string");
        }
        int from = at + 1;
        int to = JsonText.plainEnd(text, from);
        if (!isPlain(to)) {
            var decoded = new JsonText(text, from);
            at = decoded.end() + 1;
            checkLength(from);
            return decoded.toString();
        }
        at = to + 1;
        checkLength(from);
        var known = words.find(text, from, to);
        return known == null ? ascii(from, to) : known;
    }

    private boolean isPlain(int end) {
        return end < text.length && text[end] == '"';
    }

    private String ascii(int from, int to) {
        return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** After a string, with the place behind its closing quote. */
    private void checkLength(int from) {
        if (at - 1 - from > limits.stringLength()) {
            throw new Malformed(from - 1, "a string is longer than " + limits.stringLength() + " bytes");
        }
    }

    boolean truth() {
        if (peek() == 't') {
            literal("true");
            return true;
        }
        literal("false");
        return false;
    }

    void nothing() {
        literal("null");
    }

    private void literal(String word) {
        int end = place() + word.length();
        if (end > text.length || !word.equals(ascii(at, end))) {
            throw unexpected("a value");
        }
        at = end;
    }

    /** The text of a number. */
    String number() {
        int from = place();
        skip('-');
        if (!skip('0')) {
            digits();
        }
        if (skip('.')) {
            digits();
        }
        if (skip('e') || skip('E')) {
            if (!skip('+')) {
                skip('-');
            }
            digits();
        }
        if (at - from > limits.numberLength()) {
            throw new Malformed(from, "a number is longer than " + limits.numberLength() + " characters");
        }
        return ascii(from, at);
    }

    private boolean skip(char one) {
        boolean there = at < text.length && text[at] == one;
        at += there ? 1 : 0;
        return there;
    }

    private void digits() {
        int from = at;
        while (at < text.length && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        if (at == from) {
            throw unexpected("a digit");
        }
    }

    /** The text between two places that have been passed. */
    String between(int from, int to) {
        return new String(text, from, to - from, StandardCharsets.UTF_8);
    }

    Malformed unexpected(String expected) {
        return new Malformed(
                at,
                at < text.length
                        ? expected + " was expected here"
                        : "the document ends where " + expected + " was expected");
    }
}
