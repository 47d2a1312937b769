package no.klarert.policy.value;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
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
    ANY_URI(Xacml.TYPE_ANY_URI);

    /** Longer numbers are refused: reading one costs time that grows with the square of its length. */
    private static final int MAX_DIGITS = 1_000;

    private static final Pattern SPACES = Pattern.compile("[ \\t\\r\\n]+");
    private static final Pattern INTEGRAL = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern FLOATING =
            Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
    private static final Map<String, DataType> BY_ID =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(DataType::id, Function.identity()));

    private final String id;

    DataType(String id) {
        this.id = id;
    }

    public static Optional<DataType> of(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    public String id() {
        return id;
    }

    /** The local name, as functions of the type begin with: {@code dateTime}. */
    public String shortName() {
        return id.substring(id.indexOf('#') + 1);
    }

    /** Reads a lexical form; empty if it is not one of this type. */
    public Optional<Value> parse(String text) {
        return switch (this) {
            case STRING -> Optional.of(new StringValue(text));
            case BOOLEAN -> truth(collapsed(text));
            case INTEGER -> integer(collapsed(text));
            case DOUBLE -> floating(collapsed(text));
            case DATE -> DateTimeParser.date(collapsed(text));
            case TIME -> DateTimeParser.time(collapsed(text));
            case DATE_TIME -> DateTimeParser.dateTime(collapsed(text));
            case ANY_URI -> Optional.of(new UriValue(collapsed(text)));
        };
    }

    /** White space as XML Schema part 2 §4.3.6 collapses it. */
    private static String collapsed(String text) {
        var single = SPACES.matcher(text).replaceAll(" ");
        int start = single.startsWith(" ") ? 1 : 0;
        int end = single.length() > start && single.endsWith(" ") ? single.length() - 1 : single.length();
        return single.substring(start, end);
    }

    private static Optional<Value> truth(String text) {
        return switch (text) {
            case "true", "1" -> Optional.of(BooleanValue.TRUE);
            case "false", "0" -> Optional.of(BooleanValue.FALSE);
            default -> Optional.empty();
        };
    }

    private static Optional<Value> integer(String text) {
        return text.length() <= MAX_DIGITS && INTEGRAL.matcher(text).matches()
                ? Optional.of(new IntegerValue(new BigInteger(text)))
                : Optional.empty();
    }

    private static Optional<Value> floating(String text) {
        return switch (text) {
            case "INF" -> Optional.of(new DoubleValue(Double.POSITIVE_INFINITY, text));
            case "-INF" -> Optional.of(new DoubleValue(Double.NEGATIVE_INFINITY, text));
            case "NaN" -> Optional.of(new DoubleValue(Double.NaN, text));
            default ->
                text.length() <= MAX_DIGITS && FLOATING.matcher(text).matches()
                        ? Optional.of(new DoubleValue(Double.parseDouble(text), text))
                        : Optional.empty();
        };
    }
}
