package no.klarert.policy.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text that is being written, as UTF-8. Half a surrogate pair becomes U+FFFD. */
final class Output {
    private static final char REPLACEMENT = '\uFFFD';

    private byte[] bytes = new byte[256];
    private int length;

    static byte[] constant(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }

    Output raw(byte[] constant) {
        reserve(constant.length);
        System.arraycopy(constant, 0, bytes, length, constant.length);
        length += constant.length;
        return this;
    }

    /** Text whose every character stands for itself. */
    Output plain(String text) {
        for (int at = 0; at < text.length(); at += character(text, at)) {}
        return this;
    }

    Output ascii(char one) {
        reserve(1);
        bytes[length++] = (byte) one;
        return this;
    }

    /** The character that begins at a place, and how many units it takes. */
    int character(String text, int at) {
        char unit = text.charAt(at);
        if (unit < 0x80) {
            ascii(unit);
            return 1;
        }
        int character = text.codePointAt(at);
        encoded(Character.isSupplementaryCodePoint(character) || !Character.isSurrogate(unit) ? character : REPLACEMENT);
        return Character.charCount(character);
    }

    void replacement() {
        encoded(REPLACEMENT);
    }

    private void encoded(int character) {
        reserve(4);
        if (character < 0x800) {
            bytes[length++] = (byte) (0xC0 | character >> 6);
        } else {
            if (character < 0x10000) {
                bytes[length++] = (byte) (0xE0 | character >> 12);
            } else {
                bytes[length++] = (byte) (0xF0 | character >> 18);
                bytes[length++] = (byte) (0x80 | character >> 12 & 0x3F);
            }
            bytes[length++] = (byte) (0x80 | character >> 6 & 0x3F);
        }
        bytes[length++] = (byte) (0x80 | character & 0x3F);
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }
}
