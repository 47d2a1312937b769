package no.klarert.server;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code application/x-www-form-urlencoded} (WHATWG URL §5.1), strictly: bad escapes, bytes that are not UTF-8 and U+0000 are
 * refused.
 */
final class UrlEncoded {
    private static final int MOST_PARAMETERS = 200;

    private UrlEncoded() {}

    /** The parameters in order, or nothing if the text is malformed or has more than 200 of them. */
    static Optional<QueryString> parse(String text) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        var pairs = text.isEmpty() ? new String[0] : text.split("&", MOST_PARAMETERS + 1);
        if (pairs.length > MOST_PARAMETERS) {
            return Optional.empty();
        }
        for (var pair : pairs) {
            int equals = pair.indexOf('=');
            var name = decode(equals < 0 ? pair : pair.substring(0, equals), true);
            var value = decode(equals < 0 ? "" : pair.substring(equals + 1), true);
            if (name.isEmpty() || value.isEmpty()) {
                return Optional.empty();
            }
            if (!pair.isEmpty()) {
                values.computeIfAbsent(name.get(), n -> new ArrayList<>()).add(value.get());
            }
        }
        return Optional.of(new QueryString(values));
    }

    /** One segment of a path, or nothing if it is malformed. */
    static Optional<String> decodeSegment(String segment) {
        return decode(segment, false);
    }

    private static Optional<String> decode(String text, boolean plusIsSpace) {
        if (text.indexOf('%') < 0 && (!plusIsSpace || text.indexOf('+') < 0)) {
            return withoutNull(text);
        }
        var bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                int high = digit(text, i + 1);
                int low = digit(text, i + 2);
                if (high < 0 || low < 0) {
                    return Optional.empty();
                }
                bytes.write(high * 16 + low);
                i += 2;
            } else if (c == '+' && plusIsSpace) {
                bytes.write(' ');
            } else {
                int point = text.codePointAt(i);
                bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(point) - 1;
            }
        }
        return utf8(bytes.toByteArray()).flatMap(UrlEncoded::withoutNull);
    }

    private static Optional<String> withoutNull(String text) {
        return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
    }

    private static int digit(String text, int index) {
        boolean ascii = index < text.length() && text.charAt(index) < 128;
        return ascii ? Character.digit(text.charAt(index), 16) : -1;
    }

    static Optional<String> utf8(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return BrokenText.isBroken(text) ? Optional.empty() : Optional.of(text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
