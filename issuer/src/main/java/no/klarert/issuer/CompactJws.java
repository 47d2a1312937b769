package no.klarert.issuer;

import com.nimbusds.jose.util.Base64URL;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import no.klarert.vocabulary.InvalidValueException;

/**
 * A compact JWS whose payload is a JSON object (RFC 7515 §7.1), well-formed and not yet verified. The base64url must be the one
 * canonical spelling, so that a token cannot be changed and stay the same token.
 *
 * @param signingInput what the signature covers, as received
 */
record CompactJws(Map<String, Object> header, Map<String, Object> payload, String signingInput, Base64URL signature) {
    private static final String KIND = "signed JWT";

    /** Reads the text or throws an {@link InvalidValueException} that does not repeat it. */
    static CompactJws parse(String text) {
        var parts = text.split("\\.", -1);
        if (parts.length != 3) {
            throw InvalidValueException.secret(KIND, "three parts between dots");
        }
        return new CompactJws(
                JsonReader.readObject(utf8(decode(parts[0]))),
                JsonReader.readObject(utf8(decode(parts[1]))),
                parts[0] + "." + parts[1],
                Base64URL.encode(decode(parts[2])));
    }

    /** The bytes of canonical base64url without padding (RFC 7515 §2). */
    static byte[] decode(String part) {
        try {
            var bytes = Base64.getUrlDecoder().decode(part);
            if (!part.isEmpty() && Base64URL.encode(bytes).toString().equals(part)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // answered below, like every other part that is not canonical
        }
        throw InvalidValueException.secret(KIND, "parts of base64url without padding");
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw InvalidValueException.secret(KIND, "header and payload in UTF-8");
        }
    }

    /** A member of the header that is a string; empty text if it is absent or something else. */
    String headerText(String name) {
        return header.get(name) instanceof String text ? text : "";
    }

    @Override
    public String toString() {
        return "signed JWT, not verified";
    }
}
