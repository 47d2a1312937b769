package no.klarert.server;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.RequestId;
import tools.jackson.databind.node.StringNode;

/** Where a list goes on: base64url, without padding, of a JSON value (system user API §1.4). */
final class PageToken {
    private PageToken() {}

    static String of(RequestId last) {
        var json = Json.write(StringNode.valueOf(last.toString()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    }

    /** The id inside; anything else is refused as an invalid value. */
    static RequestId requestId(String token) {
        try {
            var json = Json.read(Base64.getUrlDecoder().decode(token.getBytes(StandardCharsets.UTF_8)));
            return RequestId.parse(json.asString(""));
        } catch (IllegalArgumentException | Json.MalformedJson e) {
            throw InvalidValueException.of("page token", token, "what a former page gave");
        }
    }
}
