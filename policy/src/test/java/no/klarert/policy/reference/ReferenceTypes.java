package no.klarert.policy.reference;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.klarert.policy.Xacml;
import no.klarert.policy.reference.Answer.Literal;
import no.klarert.policy.reference.ReferenceDates.Moment;

/** The data types of XACML 3.0 §10.2.7 as XML Schema part 2 has them: what a text stands for, and how values compare. */
final class ReferenceTypes {
    static final List<String> ALL = List.of(
            Xacml.TYPE_STRING,
            Xacml.TYPE_BOOLEAN,
            Xacml.TYPE_INTEGER,
            Xacml.TYPE_DOUBLE,
            Xacml.TYPE_DATE,
            Xacml.TYPE_TIME,
            Xacml.TYPE_DATE_TIME,
            Xacml.TYPE_ANY_URI,
            Xacml.TYPE_DAY_TIME_DURATION,
            Xacml.TYPE_YEAR_MONTH_DURATION,
            Xacml.TYPE_HEX_BINARY,
            Xacml.TYPE_BASE64_BINARY,
            Xacml.TYPE_RFC822_NAME,
            Xacml.TYPE_X500_NAME,
            Xacml.TYPE_IP_ADDRESS,
            Xacml.TYPE_DNS_NAME);

    private static final String DOUBLE = "[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]+)?";

    private ReferenceTypes() {}

    /** The local name of a type, as the names of its functions begin. */
    static String shortName(String type) {
        return type.substring(Math.max(type.lastIndexOf('#'), type.lastIndexOf(':')) + 1);
    }

    static boolean isKnown(String type) {
        return ALL.contains(type);
    }

    /** The value of a text; empty if it is none of the type. White space collapses except in strings. */
    static Optional<Literal> read(String type, String written) {
        if (type.equals(Xacml.TYPE_STRING)) {
            return Optional.of(new Literal(type, written, written));
        }
        var text = written.replaceAll("[ \t\r\n]+", " ").replaceAll("^ | $", "");
        return value(type, text).map(value -> new Literal(type, value, text));
    }

    private static Optional<Object> value(String type, String text) {
        return switch (shortName(type)) {
            case "boolean" -> matching("true|false|1|0", text).map(truth -> truth.equals("true") || truth.equals("1"));
            case "integer" -> matching("[+-]?[0-9]+", text).map(BigInteger::new);
            case "double" -> number(text);
            case "date", "time", "dateTime" -> ReferenceDates.read(shortName(type), text);
            case "dayTimeDuration" -> ReferenceDates.dayTimeDuration(text);
            case "yearMonthDuration" -> ReferenceDates.yearMonthDuration(text);
            case "hexBinary" -> matching("([0-9a-fA-F]{2})*", text).map(digits -> digits.toLowerCase(Locale.ROOT));
            case "base64Binary" -> base64(text.replace(" ", ""));
            case "rfc822Name" -> ReferenceNames.rfc822Name(text);
            case "x500Name" -> ReferenceNames.x500Name(text);
            case "ipAddress" -> ReferenceNames.ipAddress(text);
            case "dnsName" -> ReferenceNames.dnsName(text);
            case "anyURI" -> Optional.of(text);
            default -> throw new IllegalArgumentException(type);
        };
    }

    private static Optional<String> matching(String pattern, String text) {
        return Optional.of(text).filter(each -> each.matches(pattern));
    }

    private static Optional<Object> number(String text) {
        return matching("NaN|-?INF|" + DOUBLE, text).map(each -> Double.valueOf(each.replace("INF", "Infinity")));
    }

    private static Optional<Object> base64(String text) {
        try {
            var octets = Base64.getDecoder().decode(text);
            boolean isPadded = Base64.getEncoder().encodeToString(octets).equals(text);
            return isPadded ? Optional.of(HexFormat.of().formatHex(octets)) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** XACML 3.0 §A.3.1. NaN equals itself, as OASIS case IIC350 has it; minus zero equals zero. */
    static boolean areEqual(Literal left, Literal right) {
        return left.value().equals(right.value())
                || order(left, right).filter(order -> order == 0).isPresent();
    }

    /** How two values of a type stand to each other; empty if they do not, as everything and NaN. */
    static Optional<Integer> order(Literal left, Literal right) {
        return switch (left.value()) {
            case Double number -> order(number, (Double) right.value());
            case BigInteger number -> Optional.of(number.compareTo((BigInteger) right.value()));
            case BigDecimal number -> Optional.of(number.compareTo((BigDecimal) right.value()));
            case Moment moment -> Optional.of(moment.instant().compareTo(((Moment) right.value()).instant()));
            case String text -> Optional.of(byCodePoint(text, (String) right.value()));
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> order(double left, double right) {
        return left < right
                ? Optional.of(-1)
                : left > right ? Optional.of(1) : left == right ? Optional.of(0) : Optional.empty();
    }

    private static int byCodePoint(String left, String right) {
        var a = left.codePoints().toArray();
        var b = right.codePoints().toArray();
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            if (a[i] != b[i]) {
                return Integer.compare(a[i], b[i]);
            }
        }
        return Integer.compare(a.length, b.length);
    }

    /** The canonical form of a computed value (XACML 3.0 §A.3.9, XML Schema part 2). */
    static String canonical(String type, Object value) {
        return switch (value) {
            case Double number -> canonical(number);
            case Moment moment -> ReferenceDates.canonical(shortName(type), moment);
            case BigDecimal seconds -> ReferenceDates.canonical(seconds);
            case BigInteger months
            when type.equals(Xacml.TYPE_YEAR_MONTH_DURATION) -> ReferenceDates.canonicalMonths(months);
            default -> value.toString();
        };
    }

    /** XML Schema part 2 §3.2.5.2: one digit, a point, at least one digit, an exponent. */
    private static String canonical(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return String.valueOf(number).replace("Infinity", "INF");
        }
        if (number == 0) {
            return number + "E0";
        }
        var shortest = new BigDecimal(String.valueOf(number)).stripTrailingZeros();
        var digits = shortest.unscaledValue().abs().toString();
        return (number < 0 ? "-" : "") + digits.charAt(0) + "." + (digits.length() == 1 ? "0" : digits.substring(1))
                + "E" + (digits.length() - 1 - shortest.scale());
    }
}
