package no.klarert.server;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON as we accept and write it (RFC 8259): UTF-8, at most 64 levels, numbers of at most 100 characters, no duplicate members,
 * no text that is broken ({@link BrokenText}), nothing after the value. The size is bounded where the body is read.
 */
final class Json {
    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxNestingDepth(64)
            .maxNumberLength(100)
            .maxStringLength(2_000_000)
            .maxNameLength(1_000)
            .build();
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(BOUNDS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** Reads one value; anything else is a {@link MalformedJson}. */
    static JsonNode read(byte[] bytes) {
        boolean escapes = haveEscapes(bytes);
        try {
            var node = MAPPER.readTree(bytes);
            if (node == null || node.isMissingNode()) {
                throw new MalformedJson("the body is empty");
            }
            if (escapes && BrokenText.isIn(node)) {
                throw new MalformedJson(BrokenText.REASON + BrokenText.place(MAPPER.createParser(bytes)));
            }
            return node;
        } catch (JacksonException e) {
            throw new MalformedJson(describe(e));
        }
    }

    /** Whether a text may be broken: that takes an escape. Bytes of a wider encoding than UTF-8 are refused. */
    private static boolean haveEscapes(byte[] bytes) {
        boolean escapes = false;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                throw new MalformedJson("the body is not UTF-8");
            }
            escapes |= bytes[i] == 'u' && i > 0 && bytes[i - 1] == '\\';
        }
        return escapes;
    }

    private static String describe(JacksonException e) {
        var place = e.getLocation();
        var where = place == null ? "" : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
        var text = e.getOriginalMessage() == null ? "" : e.getOriginalMessage();
        if (text.contains("Duplicate")) {
            return "an object has the same member twice" + where;
        }
        return (text.contains("depth") ? "nested deeper than 64 levels" : "not well-formed JSON") + where;
    }

    static byte[] write(JsonNode node) {
        return MAPPER.writeValueAsBytes(node);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The body is not JSON as we accept it; the message says what is wrong and where, and repeats nothing of the body. */
    static final class MalformedJson extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String reason;

        MalformedJson(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }

        @Override
        public String getMessage() {
            return reason;
        }
    }
}
