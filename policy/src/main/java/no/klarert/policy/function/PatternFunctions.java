package no.klarert.policy.function;

import static no.klarert.policy.function.Functions.V1;
import static no.klarert.policy.function.Functions.V2;

import java.util.stream.Stream;
import no.klarert.policy.function.Function.Pattern;
import no.klarert.policy.value.DataType;
import no.klarert.policy.value.ValueType;

/** Regular expressions (XACML 3.0 §A.3.13). */
final class PatternFunctions {
    private PatternFunctions() {}

    static Stream<Function> all() {
        return Stream.of(
                match(V1 + "string-regexp-match", DataType.STRING),
                match(V2 + "anyURI-regexp-match", DataType.ANY_URI));
    }

    private static Function match(String id, DataType searched) {
        return new Pattern(
                id,
                Signature.of(ValueType.one(DataType.BOOLEAN), ValueType.one(DataType.STRING), ValueType.one(searched)));
    }
}
