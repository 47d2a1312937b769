package no.klarert.server.policy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import no.klarert.policy.Xacml;

/** One way to write each value, so that texts are equal when values are, as far as conformance cases tell them apart. */
final class LexicalForm {
    /** Longer texts are compared as they are: reading a number costs the square of its length. */
    private static final int LONGEST = 1_000;

    private LexicalForm() {}

    static String of(String dataType, String text) {
        if (text.length() > LONGEST) {
            return text;
        }
        var collapsed = text.strip().replaceAll("[ \\t\\r\\n]+", " ");
        return switch (ShortNames.DATA_TYPES.shortened(dataType)) {
            case "string" -> text;
            case "boolean" -> truth(collapsed);
            case "integer" -> number(collapsed, dataType);
            case "double" -> number(collapsed, dataType);
            case "hexBinary" -> collapsed.toUpperCase(Locale.ROOT);
            case "base64Binary" -> collapsed.replace(" ", "");
            case "rfc822Name" -> mailbox(collapsed);
            case "dateTime", "time" -> time(collapsed);
            case "ipAddress", "dnsName" -> collapsed.toLowerCase(Locale.ROOT).replaceFirst(":(\\d+)$", ":$1-$1");
            default -> collapsed;
        };
    }

    private static String truth(String text) {
        return switch (text) {
            case "1" -> "true";
            case "0" -> "false";
            default -> text;
        };
    }

    private static String number(String text, String dataType) {
        try {
            return dataType.equals(Xacml.TYPE_INTEGER)
                    ? new BigInteger(text).toString()
                    : Double.toString(new BigDecimal(text).doubleValue());
        } catch (NumberFormatException notOne) {
            return text;
        }
    }

    /** Without zeros at the end of a fraction, and with one name for UTC. */
    private static String time(String text) {
        return text.replaceFirst("(\\.\\d*?)0+(?=$|[Z+-])", "$1")
                .replaceFirst("\\.(?=$|[Z+-])", "")
                .replaceFirst("[+-]00:00$", "Z");
    }

    private static String mailbox(String text) {
        int at = text.lastIndexOf('@');
        return text.substring(0, at + 1) + text.substring(at + 1).toLowerCase(Locale.ROOT);
    }
}
