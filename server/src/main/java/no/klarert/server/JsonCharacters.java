package no.klarert.server;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Characters that JSON can spell but that are no text to keep: U+0000, which the database does not take, and halves of surrogate
 * pairs, which no encoding has (RFC 8259 §8.2). They can come in by an escape only, so that bodies without one are not searched.
 */
final class JsonCharacters {
    private JsonCharacters() {}

    /** Refuses bytes that are not UTF-8 but a wider encoding, and says whether there is an escape to search for. */
    static boolean haveEscapes(byte[] bytes) {
        boolean escapes = false;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                throw new Json.MalformedJson("the body is not UTF-8");
            }
            escapes |= bytes[i] == 'u' && i > 0 && bytes[i - 1] == '\\';
        }
        return escapes;
    }

    /** Refuses a value with such a character anywhere in it, and names the place. */
    static void check(JsonNode node) {
        check("", node);
    }

    private static void check(String place, JsonNode node) {
        if (node.isString()) {
            check(place, node.stringValue());
        }
        int index = 0;
        for (var element : node.isArray() ? node : List.<JsonNode>of()) {
            check(place + "/" + index++, element);
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            check(place, member.getKey());
            check(place + "/" + member.getKey(), member.getValue());
        }
    }

    private static void check(String place, String text) {
        boolean refused = text.codePoints().anyMatch(point -> point == 0 || isHalfAPair(point));
        if (refused) {
            throw new Json.MalformedJson("a text has the character U+0000 or half a surrogate pair"
                    + (place.isEmpty() ? "" : " at " + place));
        }
    }

    private static boolean isHalfAPair(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
