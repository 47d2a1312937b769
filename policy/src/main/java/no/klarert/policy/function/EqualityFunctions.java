package no.klarert.policy.function;

import static no.klarert.policy.function.Functions.V3;

import java.util.stream.Stream;
import no.klarert.policy.function.Function.Body;
import no.klarert.policy.function.Function.Strict;
import no.klarert.policy.value.BooleanValue;
import no.klarert.policy.value.DataType;
import no.klarert.policy.value.LowerCase;
import no.klarert.policy.value.StringValue;
import no.klarert.policy.value.Value;

/** Equality (XACML 3.0 §A.3.1). */
final class EqualityFunctions {
    private static final Body SAME = arguments -> BooleanValue.of(((Value) arguments[0]).sameAs((Value) arguments[1]));

    private EqualityFunctions() {}

    static Stream<Function> all() {
        return Stream.concat(
                Functions.comparableTypes().flatMap(EqualityFunctions::equal),
                Stream.of(new Strict(
                        V3 + "string-equal-ignore-case",
                        Signature.predicate(DataType.STRING),
                        arguments -> BooleanValue.of(lower(arguments[0]).equals(lower(arguments[1]))))));
    }

    private static Stream<Function> equal(DataType type) {
        return Functions.prefixes(type).map(name -> new Strict(name + "-equal", Signature.predicate(type), SAME));
    }

    private static String lower(Object string) {
        return LowerCase.of(((StringValue) string).text());
    }
}
