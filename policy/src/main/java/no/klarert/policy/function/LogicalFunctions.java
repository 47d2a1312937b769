package no.klarert.policy.function;

import static no.klarert.policy.function.Functions.V1;

import java.util.stream.Stream;
import no.klarert.policy.function.Function.Connective;
import no.klarert.policy.function.Function.Logical;
import no.klarert.policy.function.Function.Strict;
import no.klarert.policy.value.BooleanValue;
import no.klarert.policy.value.DataType;
import no.klarert.policy.value.ValueType;

/** Logic (XACML 3.0 §A.3.5). */
final class LogicalFunctions {
    private static final ValueType TRUTH = ValueType.one(DataType.BOOLEAN);

    private LogicalFunctions() {}

    static Stream<Function> all() {
        var truths = Signature.of(TRUTH).andMore(TRUTH);
        var counted = Signature.of(TRUTH, ValueType.one(DataType.INTEGER)).andMore(TRUTH);
        return Stream.of(
                new Logical(V1 + "and", truths, Connective.AND),
                new Logical(V1 + "or", truths, Connective.OR),
                new Logical(V1 + "n-of", counted, Connective.N_OF),
                new Strict(
                        V1 + "not",
                        Signature.of(TRUTH, TRUTH),
                        arguments -> BooleanValue.of(!((BooleanValue) arguments[0]).isTrue())));
    }
}
