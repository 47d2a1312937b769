package no.klarert.policy.function;

import static no.klarert.policy.function.Functions.V1;

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

/** Bags (XACML 3.0 §A.3.10). */
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
        var name = V1 + type.shortName();
        var one = ValueType.one(type);
        var bag = ValueType.bag(type);
        return Stream.of(
                new Strict(name + "-one-and-only", Signature.of(one, bag), arguments -> only(name, arguments[0])),
                new Strict(name + "-bag-size", Signature.of(ValueType.one(DataType.INTEGER), bag), SIZE),
                new Strict(name + "-is-in", Signature.of(ValueType.one(DataType.BOOLEAN), one, bag), IS_IN),
                new Strict(name + "-bag", Signature.of(bag).andMore(one), COLLECT));
    }

    private static Result only(String name, Result argument) {
        var values = ((Bag) argument).values();
        return values.size() == 1
                ? values.get(0)
                : Failure.processing("`" + name + "-one-and-only` got " + values.size() + " values");
    }
}
