package no.klarert.issuer.certificate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import no.klarert.storage.Bytes;
import no.klarert.vocabulary.InvalidValueException;

/** Reads the few DER structures (X.690) that the JDK hands out undecoded: names and extension values. */
final class Der {
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int OCTET_STRING = 0x04;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int UTF8_STRING = 0x0c;
    private static final int PRINTABLE_STRING = 0x13;
    private static final int LONGEST_LENGTH = 3;

    private final byte[] bytes;
    private int at;

    private Der(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A tag with its content. */
    record Element(int tag, Bytes content) {
        /** What a sequence, a set or an octet string that holds DER consists of; nothing for any other element. */
        List<Element> children() {
            return tag == SEQUENCE || tag == SET || tag == OCTET_STRING ? elements(content.toArray()) : List.of();
        }

        /** Tells whether this is the object identifier with that encoding in lower-case hexadecimal. */
        boolean isIdentifier(String encoding) {
            return tag == OBJECT_IDENTIFIER
                    && HexFormat.of().formatHex(content.toArray()).equals(encoding);
        }

        /** The text of a string in one of the forms that are in use (RFC 5280 §4.1.2.4); empty for any other element. */
        String text() {
            return tag == UTF8_STRING || tag == PRINTABLE_STRING
                    ? new String(content.toArray(), StandardCharsets.UTF_8)
                    : "";
        }
    }

    /** The elements one after another, or an {@link InvalidValueException}. */
    static List<Element> elements(byte[] bytes) {
        var reader = new Der(bytes);
        List<Element> elements = new ArrayList<>();
        while (reader.at < bytes.length) {
            elements.add(reader.element());
        }
        return elements;
    }

    private Element element() {
        int tag = next();
        int length = length();
        if (length > bytes.length - at) {
            throw broken();
        }
        at += length;
        return new Element(tag, Bytes.of(Arrays.copyOfRange(bytes, at - length, at)));
    }

    private int length() {
        int first = next();
        if (first < 0x80) {
            return first;
        }
        int count = first & 0x7f;
        if (count == 0 || count > LONGEST_LENGTH) {
            throw broken();
        }
        int length = 0;
        for (int i = 0; i < count; i++) {
            length = (length << 8) | next();
        }
        return length;
    }

    private int next() {
        if (at >= bytes.length) {
            throw broken();
        }
        return bytes[at++] & 0xff;
    }

    private static InvalidValueException broken() {
        return InvalidValueException.secret("certificate", "DER whose lengths add up");
    }
}
