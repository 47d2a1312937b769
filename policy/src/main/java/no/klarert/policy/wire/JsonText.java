package no.klarert.policy.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A JSON string that holds escapes or other characters than those of ASCII, decoded. */
final class JsonText {
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long TOP_BITS = 0x8080808080808080L;
    private static final long QUOTES = '"' * EACH;
    private static final long BACKSLASHES = '\\' * EACH;
    private static final long SPACES = ' ' * EACH;

    private final byte[] text;
    private final StringBuilder decoded = new StringBuilder();
    private int at;

    /** Decodes from behind the opening quote. */
    JsonText(byte[] text, int from) {
        this.text = text;
        this.at = from;
        while (more()) {
            if (text[at] == '\\') {
                escape();
            } else {
                encoded();
            }
        }
    }

    /** Where the closing quote stands. */
    int end() {
        return at;
    }

    @Override
    public String toString() {
        return decoded.toString();
    }

    /**
     * Where the first byte from here on stands that is not a printable character of ASCII, or is a quote or a backslash. Looks at
     * eight bytes at a time: of a byte minus a bound, the top bit tells whether it was below, if it was not set before.
     */
    static int plainEnd(byte[] text, int from) {
        int at = from;
        while (at <= text.length - 8) {
            long bytes = (long) EIGHT_BYTES.get(text, at);
            long quotes = bytes ^ QUOTES;
            long backslashes = bytes ^ BACKSLASHES;
            long special = (below(quotes, EACH) | below(backslashes, EACH) | below(bytes, SPACES) | bytes) & TOP_BITS;
            if (special != 0) {
                return at + Long.numberOfTrailingZeros(special) / 8;
            }
            at += 8;
        }
        while (at < text.length && text[at] >= ' ' && text[at] != '"' && text[at] != '\\') {
            at++;
        }
        return at;
    }

    // INVARIANT: the lowest byte that is marked is right; a borrow can only mark bytes above it.
    private static long below(long bytes, long bound) {
        return (bytes - bound) & ~bytes;
    }

    /** Takes plain characters. Whether the string goes on after them. */
    private boolean more() {
        int end = plainEnd(text, at);
        decoded.append(new String(text, at, end - at, StandardCharsets.ISO_8859_1));
        at = end;
        if (at >= text.length) {
            throw new Malformed(at, "the document ends within a string");
        }
        if (text[at] >= 0 && text[at] < ' ') {
            throw new Malformed(at, "a control character must be escaped in a string");
        }
        return text[at] != '"';
    }

    /** Takes the characters beyond ASCII that follow each other, which must be UTF-8 in its shortest form. */
    private void encoded() {
        int from = at;
        while (at < text.length && text[at] < 0) {
            at++;
        }
        try {
            decoded.append(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text, from, at - from)));
        } catch (CharacterCodingException notUtf8) {
            throw new Malformed(from, "a string is not valid UTF-8");
        }
    }

    private void escape() {
        int escape = at;
        char named = at + 1 < text.length ? (char) text[at + 1] : 0;
        at += 2;
        switch (named) {
            case '"', '\\', '/' -> decoded.append(named);
            case 'b' -> decoded.append('\b');
            case 'f' -> decoded.append('\f');
            case 'n' -> decoded.append('\n');
            case 'r' -> decoded.append('\r');
            case 't' -> decoded.append('\t');
            case 'u' -> numbered(escape);
            default -> throw new Malformed(escape, "an unknown escape stands in a string");
        }
    }

    /** Half a surrogate pair is no character, so both halves must be there. */
    private void numbered(int escape) {
        char unit = hexadecimal(escape);
        decoded.append(unit);
        if (!Character.isSurrogate(unit)) {
            return;
        }
        boolean escaped = at + 1 < text.length && text[at] == '\\' && text[at + 1] == 'u';
        at += 2;
        if (Character.isLowSurrogate(unit) || !escaped || !Character.isLowSurrogate(low(escape))) {
            throw new Malformed(escape, "half of a surrogate pair stands in a string");
        }
    }

    private char low(int escape) {
        char unit = hexadecimal(escape);
        decoded.append(unit);
        return unit;
    }

    private char hexadecimal(int escape) {
        int unit = 0;
        for (int end = at + 4; at < end; at++) {
            int digit = at < text.length ? Character.digit(text[at], 16) : -1;
            if (digit < 0) {
                throw new Malformed(escape, "`\\u` must be followed by four hexadecimal digits");
            }
            unit = unit * 16 + digit;
        }
        return (char) unit;
    }
}
