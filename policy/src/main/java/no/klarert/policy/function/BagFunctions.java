package no.klarert.policy.function;

import java.util.Arrays;
import java.util.stream.Stream;
import no.klarert.policy.function.Function.Body;
import no.klarert.policy.function.Function.Strict;
import no.klarert.policy.value.Bag;
import no.klarert.policy.value.BooleanValue;
import no.klarert.policy.value.DataType;
import no.klarert.policy.value.Failure;
import no.klarert.policy.value.IntegerValue;
import no.klarert.policy.value.Result;
import no.klarert.policy.value.Value;
import no.klarert.policy.value.ValueType;

/** Bags (XACML 3.0 §A.3.10). Addresses and host names cannot be compared, and so not be found in a bag. */
final class BagFunctions {
    private static final Body SIZE =
            arguments -> IntegerValue.of(((Bag) arguments[0]).values().size());
    private static final Body IS_IN = arguments -> BooleanValue.of(((Bag) arguments[1]).contains((Value) arguments[0]));
    private static final Body COLLECT =
            arguments -> new Bag(Arrays.stream(arguments).map(Value.class::cast).toList());

    private BagFunctions() {}

    static Stream<Function> all() {
        return Stream.of(DataType.values()).flatMap(BagFunctions::family);
    }

    private static Stream<Function> family(DataType type) {
        return Functions.prefixes(type).flatMap(name -> family(name, type));
    }

    private static Stream<Function> family(String name, DataType type) {
        var one = ValueType.one(type);
        var bag = ValueType.bag(type);
        var isIn = new Strict(name + "-is-in", Signature.of(ValueType.one(DataType.BOOLEAN), one, bag), IS_IN);
        return Stream.concat(
                Functions.isComparable(type) ? Stream.of(isIn) : Stream.of(),
                Stream.of(
                        new Strict(name + "-one-and-only", Signature.of(one, bag), values -> only(name, values[0])),
                        new Strict(name + "-bag-size", Signature.of(ValueType.one(DataType.INTEGER), bag), SIZE),
                        new Strict(name + "-bag", Signature.of(bag).andMore(one), COLLECT)));
    }

    private static Result only(String name, Result argument) {
        var values = ((Bag) argument).values();
        return values.size() == 1
                ? values.get(0)
                : Failure.processing("`" + name + "-one-and-only` got " + values.size() + " values");
    }
}
