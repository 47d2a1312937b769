package no.klarert.policy.reference;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.Optional;
import no.klarert.policy.Xacml;
import no.klarert.policy.reference.Answer.Literal;

/** The data types of XACML 3.0 §10.2.7, read anew at every step. Exotic lexical forms are left to other tests. */
final class ReferenceTypes {
    private ReferenceTypes() {}

    /** How two values of a type stand to each other; empty if they do not, as everything and NaN. */
    static Optional<Integer> order(Literal left, Literal right) {
        var a = left.text().strip();
        var b = right.text().strip();
        return switch (left.type()) {
            case Xacml.TYPE_BOOLEAN -> Optional.of(Boolean.compare(truth(a), truth(b)));
            case Xacml.TYPE_INTEGER -> Optional.of(new BigInteger(a).compareTo(new BigInteger(b)));
            case Xacml.TYPE_DOUBLE -> order(number(a), number(b));
            case Xacml.TYPE_DATE -> Optional.of(day(a).toInstant().compareTo(day(b).toInstant()));
            case Xacml.TYPE_TIME -> Optional.of(time(a).isEqual(time(b)) ? 0 : time(a).isBefore(time(b)) ? -1 : 1);
            case Xacml.TYPE_DATE_TIME ->
                Optional.of(moment(a).toInstant().compareTo(moment(b).toInstant()));
            case Xacml.TYPE_ANY_URI -> Optional.of(a.compareTo(b));
            default -> Optional.of(left.text().compareTo(right.text()));
        };
    }

    private static Optional<Integer> order(double left, double right) {
        return left < right
                ? Optional.of(-1)
                : left > right ? Optional.of(1) : left == right ? Optional.of(0) : Optional.empty();
    }

    static boolean truth(String text) {
        return text.strip().equals("true") || text.strip().equals("1");
    }

    static boolean hasZone(String time) {
        return time.strip().endsWith("Z") || time.contains("+");
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace("INF", "Infinity"));
    }

    private static OffsetDateTime day(String text) {
        var date = LocalDate.parse(text.substring(0, 10));
        var zone = text.substring(10);
        return date.atStartOfDay().atOffset(zone.isEmpty() ? ZoneOffset.UTC : ZoneOffset.of(zone));
    }

    private static OffsetTime time(String text) {
        return OffsetTime.parse(hasZone(text) ? text : text + "Z");
    }

    private static OffsetDateTime moment(String text) {
        return OffsetDateTime.parse(hasZone(text) ? text : text + "Z");
    }

    static boolean isWellFormed(Literal value) {
        var text = value.text().strip();
        try {
            return switch (value.type()) {
                case Xacml.TYPE_BOOLEAN -> text.matches("true|false|1|0");
                case Xacml.TYPE_DOUBLE -> text.matches("NaN|-?INF|[+-]?[0-9]+([.][0-9]*)?");
                default -> order(value, value).isPresent();
            };
        } catch (NumberFormatException | DateTimeException | StringIndexOutOfBoundsException malformed) {
            return false;
        }
    }

    /** How a value is written into a response. */
    static String written(Literal value) {
        return switch (value.type()) {
            case Xacml.TYPE_BOOLEAN -> String.valueOf(truth(value.text()));
            case Xacml.TYPE_INTEGER -> new BigInteger(value.text().strip()).toString();
            case Xacml.TYPE_STRING -> value.text();
            default -> value.text().strip();
        };
    }
}
