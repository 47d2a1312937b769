package no.klarert.server;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * Text that could be neither kept nor passed on unchanged: with U+0000 or half a surrogate pair. JSON and YAML can spell both
 * (RFC 8259 §8.2).
 */
final class BrokenText {
    /** What to say of it. */
    static final String REASON = "a text has the character U+0000 or half a surrogate pair";

    private BrokenText() {}

    static boolean isBroken(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return true;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether any text inside is broken, the names of members included. */
    static boolean isIn(JsonNode node) {
        if (node.isString()) {
            return isBroken(node.stringValue());
        }
        if (node.propertyNames().stream().anyMatch(BrokenText::isBroken)) {
            return true;
        }
        for (var child : node) {
            if (isIn(child)) {
                return true;
            }
        }
        return false;
    }

    /** Where the first broken text is: {@code  (line 1, column 2)}; empty if there is none. */
    static String place(JsonParser parser) {
        try (parser) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean isText = token == JsonToken.VALUE_STRING || token == JsonToken.PROPERTY_NAME;
                if (isText && isBroken(parser.getString())) {
                    var place = parser.currentTokenLocation();
                    return " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
                }
            }
            return "";
        }
    }
}
