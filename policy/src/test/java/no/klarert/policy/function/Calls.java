package no.klarert.policy.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.klarert.policy.PolicyXml;
import no.klarert.policy.function.Function.Strict;
import no.klarert.policy.value.Bag;
import no.klarert.policy.value.DataType;
import no.klarert.policy.value.Failure;
import no.klarert.policy.value.Result;
import no.klarert.policy.value.Value;
import no.klarert.policy.value.ValueType;

/** Calls functions with arguments written as text, each checked against the signature. */
final class Calls {
    private Calls() {}

    /**
     * The text of the result, the last word of a failure's status, or the texts of a bag, sorted, in braces.
     *
     * @param arguments separated by {@code ;}: the text of a value, or the texts of a bag in braces, separated by commas. Space
     *     around each is not part of it; {@code _} stands for the empty text
     */
    static String call(String name, String arguments) {
        var function = (Strict) Functions.find(PolicyXml.function(name)).orElseThrow();
        var texts = arguments.isEmpty() ? new String[0] : arguments.split(";");
        assertThat(function.signature().accepts(texts.length)).as(name).isTrue();
        var values = new Result[texts.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = argument(function.signature().parameter(i), texts[i].strip());
        }
        return written(function.body().call(values), function.signature().result());
    }

    private static Result argument(ValueType type, String text) {
        return type.isBag() ? bag(type.type(), text) : value(type.type(), text);
    }

    static Bag bag(DataType type, String text) {
        var inside = text.substring(1, text.length() - 1);
        return new Bag(Stream.of(inside.split(","))
                .filter(each -> !each.isEmpty())
                .map(each -> value(type, each.strip()))
                .toList());
    }

    private static Value value(DataType type, String text) {
        return type.parse(text.equals("_") ? "" : text).orElseThrow();
    }

    private static String written(Result result, ValueType type) {
        return switch (result) {
            case Failure failure -> {
                var code = failure.status().code();
                yield code.substring(code.lastIndexOf(':') + 1);
            }
            case Bag bag -> {
                assertThat(type.isBag()).isTrue();
                assertThat(bag.values()).extracting(Value::type).allMatch(type.type()::equals);
                yield bag.values().stream().map(Value::text).sorted().collect(Collectors.joining(",", "{", "}"));
            }
            case Value value -> {
                assertThat(ValueType.one(value.type())).isEqualTo(type);
                yield value.text();
            }
        };
    }

    /** Every data type but those. */
    static Stream<DataType> typesWithout(DataType... types) {
        return Stream.of(DataType.values()).filter(type -> !Arrays.asList(types).contains(type));
    }
}
