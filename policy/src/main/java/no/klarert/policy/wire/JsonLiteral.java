package no.klarert.policy.wire;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import no.klarert.policy.Xacml;

/** Tells which lexical forms of XML Schema are values in JSON too: {@code 5} is, {@code +5}, {@code 05} and {@code INF} are not. */
final class JsonLiteral {
    private JsonLiteral() {}

    /** Whether a value can be written so that a JSON reader sees a value of its type rather than a string. */
    static boolean showsType(String dataType, String text) {
        return switch (dataType) {
            case Xacml.TYPE_BOOLEAN -> text.equals("true") || text.equals("false");
            case Xacml.TYPE_INTEGER, Xacml.TYPE_DOUBLE -> is(text, JsonScanner::number);
            case Identifiers.XPATH_EXPRESSION -> text.startsWith("{") && is(text, JsonSkip::value);
            default -> false;
        };
    }

    private static boolean is(String text, Consumer<JsonScanner> reading) {
        try {
            var scanner = new JsonScanner(text.getBytes(StandardCharsets.UTF_8), WireLimits.DEFAULT);
            reading.accept(scanner);
            scanner.end();
            return true;
        } catch (Malformed isNot) {
            return false;
        }
    }
}
