package no.klarert.policy.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes of a document that is being written. */
final class Output {
    private byte[] bytes = new byte[512];
    private int length;

    Output ascii(char one) {
        reserve(1);
        bytes[length++] = (byte) one;
        return this;
    }

    Output raw(byte[] utf8) {
        reserve(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
        return this;
    }

    /** Text as UTF-8; half a surrogate pair becomes a question mark. */
    Output raw(String text) {
        return raw(text.getBytes(StandardCharsets.UTF_8));
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
