package no.klarert.policy.value;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.klarert.policy.Xacml;

/** The data types this engine knows (XACML 3.0 §10.2.7). Lexical rules are those of XML Schema part 2. */
public enum DataType {
    STRING(Xacml.TYPE_STRING),
    BOOLEAN(Xacml.TYPE_BOOLEAN),
    INTEGER(Xacml.TYPE_INTEGER),
    DOUBLE(Xacml.TYPE_DOUBLE),
    DATE(Xacml.TYPE_DATE),
    TIME(Xacml.TYPE_TIME),
    DATE_TIME(Xacml.TYPE_DATE_TIME),
    DAY_TIME_DURATION(Xacml.TYPE_DAY_TIME_DURATION),
    YEAR_MONTH_DURATION(Xacml.TYPE_YEAR_MONTH_DURATION),
    ANY_URI(Xacml.TYPE_ANY_URI),
    HEX_BINARY(Xacml.TYPE_HEX_BINARY),
    BASE64_BINARY(Xacml.TYPE_BASE64_BINARY),
    RFC822_NAME(Xacml.TYPE_RFC822_NAME),
    X500_NAME(Xacml.TYPE_X500_NAME),
    IP_ADDRESS(Xacml.TYPE_IP_ADDRESS),
    DNS_NAME(Xacml.TYPE_DNS_NAME);

    /** Where XACML 1.x and 2.0 had the durations (XACML 3.0 §10.2.9). */
    private static final String OLD_DURATIONS = "http://www.w3.org/TR/2002/WD-xquery-operators-20020816#";

    private static final Map<String, DataType> BY_ID =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(DataType::id, Function.identity()));

    private final String id;
    private final String shortName;

    DataType(String id) {
        this.id = id;
        this.shortName = id.substring(Math.max(id.lastIndexOf('#'), id.lastIndexOf(':')) + 1);
    }

    /** The type of an identifier, of today or of XACML 1.x and 2.0. */
    public static Optional<DataType> of(String id) {
        return Optional.ofNullable(BY_ID.get(currentId(id)));
    }

    /** What a data type is called today: the durations had other identifiers before XACML 3.0. Others stay as they are. */
    public static String currentId(String id) {
        return switch (id) {
            case OLD_DURATIONS + "dayTimeDuration" -> Xacml.TYPE_DAY_TIME_DURATION;
            case OLD_DURATIONS + "yearMonthDuration" -> Xacml.TYPE_YEAR_MONTH_DURATION;
            default -> id;
        };
    }

    public String id() {
        return id;
    }

    /** The local name, as functions of the type begin with: {@code dateTime}. */
    public String shortName() {
        return shortName;
    }

    /**
     * Reads a lexical form; empty if it is not one of this type. Takes time linear in the length of the text; types whose values
     * would not be read that fast refuse texts that are too long.
     */
    public Optional<Value> parse(String text) {
        return this == STRING ? Optional.of(new StringValue(text)) : parseCollapsed(collapsed(text));
    }

    private Optional<Value> parseCollapsed(String text) {
        return switch (this) {
            case STRING -> Optional.of(new StringValue(text));
            case BOOLEAN -> BooleanValue.parse(text);
            case INTEGER -> IntegerValue.parse(text);
            case DOUBLE -> DoubleValue.parse(text);
            case DATE -> DateTimeParser.date(text);
            case TIME -> DateTimeParser.time(text);
            case DATE_TIME -> DateTimeParser.dateTime(text);
            case DAY_TIME_DURATION -> DayTimeDurationValue.parse(text);
            case YEAR_MONTH_DURATION -> YearMonthDurationValue.parse(text);
            case ANY_URI -> Optional.of(new UriValue(text));
            case HEX_BINARY -> HexBinaryValue.parse(text);
            case BASE64_BINARY -> Base64BinaryValue.parse(text);
            case RFC822_NAME -> Rfc822NameValue.parse(text);
            case X500_NAME -> X500NameValue.parse(text);
            case IP_ADDRESS -> IpAddressValue.parse(text);
            case DNS_NAME -> DnsNameValue.parse(text);
        };
    }

    /** White space as XML Schema part 2 §4.3.6 collapses it. Most texts have none and stay as they are. */
    private static String collapsed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' && isSpace(c)) {
                return recollected(text);
            }
        }
        return text;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private static String recollected(String text) {
        var single = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                space = !single.isEmpty();
                continue;
            }
            if (space) {
                single.append(' ');
                space = false;
            }
            single.append(c);
        }
        return single.toString();
    }
}
