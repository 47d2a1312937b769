package no.klarert.policy.function;

import static no.klarert.policy.function.Functions.V1;
import static no.klarert.policy.function.Functions.V2;
import static no.klarert.policy.function.Functions.V3;

import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import no.klarert.policy.function.Function.Strict;
import no.klarert.policy.value.BooleanValue;
import no.klarert.policy.value.DataType;
import no.klarert.policy.value.Failure;
import no.klarert.policy.value.IntegerValue;
import no.klarert.policy.value.LowerCase;
import no.klarert.policy.value.Result;
import no.klarert.policy.value.StringValue;
import no.klarert.policy.value.UriValue;
import no.klarert.policy.value.Value;
import no.klarert.policy.value.ValueType;

/**
 * Strings and URIs (XACML 3.0 §A.3.3, §A.3.9). The part that is looked for comes before the text it is looked for in. Positions
 * count code points. What is put together may have {@link #MAX_JOINED} characters, or a chain of calls could fill the memory.
 */
final class TextFunctions {
    static final int MAX_JOINED = 16_384;
    private static final ValueType STRING = ValueType.one(DataType.STRING);
    private static final ValueType URI = ValueType.one(DataType.ANY_URI);
    private static final ValueType INTEGER = ValueType.one(DataType.INTEGER);
    private static final ValueType TRUTH = ValueType.one(DataType.BOOLEAN);
    private static final int TO_THE_END = -1;
    private static final int OUTSIDE = -2;
    /** Parts up to here are quickly compared anywhere. */
    private static final int SHORT = 16;

    private TextFunctions() {}

    static Stream<Function> all() {
        return Stream.of(single(), joining(), family(DataType.STRING), family(DataType.ANY_URI))
                .flatMap(family -> family);
    }

    private static Stream<Function> single() {
        return Stream.of(
                changing("string-normalize-space", TextFunctions::trimmed),
                changing("string-normalize-to-lower-case", LowerCase::of));
    }

    private static Function changing(String name, UnaryOperator<String> change) {
        return new Strict(
                V1 + name,
                Signature.of(STRING, STRING),
                arguments -> new StringValue(change.apply(text(arguments[0]))));
    }

    /** Without XML white space at both ends; inside it stays. */
    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private static Stream<Function> joining() {
        return Stream.of(
                new Strict(
                        V2 + "string-concatenate",
                        Signature.of(STRING, STRING, STRING).andMore(STRING),
                        arguments -> joined(StringValue::new, arguments)),
                new Strict(
                        V2 + "uri-string-concatenate",
                        Signature.of(URI, URI, STRING).andMore(STRING),
                        arguments -> joined(UriValue::new, arguments)));
    }

    private static Result joined(java.util.function.Function<String, Value> type, Result... arguments) {
        var joined = new StringBuilder();
        for (var argument : arguments) {
            var text = text(argument);
            if (text.length() > MAX_JOINED - joined.length()) {
                return Failure.processing("a string of more than " + MAX_JOINED + " characters came out");
            }
            joined.append(text);
        }
        return type.apply(joined.toString());
    }

    private static Stream<Function> family(DataType type) {
        var name = V3 + type.shortName();
        return Stream.of(
                search(name + "-starts-with", type, String::startsWith),
                search(name + "-ends-with", type, String::endsWith),
                search(name + "-contains", type, TextFunctions::contains),
                new Strict(
                        name + "-substring",
                        Signature.of(STRING, ValueType.one(type), INTEGER, INTEGER),
                        arguments -> substring(text(arguments[0]), position(arguments[1]), position(arguments[2]))));
    }

    private static Function search(String id, DataType type, BiPredicate<String, String> search) {
        return new Strict(
                id,
                Signature.of(TRUTH, STRING, ValueType.one(type)),
                arguments -> BooleanValue.of(search.test(text(arguments[1]), text(arguments[0]))));
    }

    /**
     * Whether the text holds the part, in time linear in the lengths of both: {@link String#contains} takes the product of them for
     * parts that nearly stand everywhere.
     */
    private static boolean contains(String text, String part) {
        if (part.length() <= SHORT) {
            return text.contains(part);
        }
        var borders = borders(part);
        int matched = 0;
        for (int i = 0; i < text.length() && matched < part.length(); i++) {
            matched = longer(matched, text.charAt(i), part, borders);
        }
        return matched == part.length();
    }

    /** For each beginning of the part, by its length: how long the longest shorter beginning is that it ends with. */
    private static int[] borders(String part) {
        var borders = new int[part.length() + 1];
        for (int i = 1; i < part.length(); i++) {
            borders[i + 1] = longer(borders[i], part.charAt(i), part, borders);
        }
        return borders;
    }

    /** How much of the part is matched after one more character. */
    private static int longer(int matched, char next, String part, int[] borders) {
        int length = matched;
        while (length > 0 && part.charAt(length) != next) {
            length = borders[length];
        }
        return part.charAt(length) == next ? length + 1 : 0;
    }

    private static int position(Result argument) {
        var number = ((IntegerValue) argument).number();
        return number.bitLength() < Integer.SIZE ? number.intValue() : OUTSIDE;
    }

    private static Result substring(String text, int begin, int end) {
        int length = text.codePointCount(0, text.length());
        int last = end == TO_THE_END ? length : end;
        if (begin < 0 || begin > last || last > length) {
            return Failure.processing("a position is outside the text");
        }
        int from = text.offsetByCodePoints(0, begin);
        return new StringValue(text.substring(from, text.offsetByCodePoints(from, last - begin)));
    }

    private static String text(Result argument) {
        return ((Value) argument).text();
    }
}
