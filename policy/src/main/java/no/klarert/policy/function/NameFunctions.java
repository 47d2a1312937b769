package no.klarert.policy.function;

import static no.klarert.policy.function.Functions.V1;

import java.util.stream.Stream;
import no.klarert.policy.function.Function.Strict;
import no.klarert.policy.value.BooleanValue;
import no.klarert.policy.value.DataType;
import no.klarert.policy.value.Rfc822NameValue;
import no.klarert.policy.value.StringValue;
import no.klarert.policy.value.ValueType;
import no.klarert.policy.value.X500NameValue;

/** Matches of structured names (XACML 3.0 §A.3.14). */
final class NameFunctions {
    private NameFunctions() {}

    static Stream<Function> all() {
        return Stream.of(
                new Strict(
                        V1 + "x500Name-match",
                        Signature.predicate(DataType.X500_NAME),
                        arguments ->
                                BooleanValue.of(((X500NameValue) arguments[0]).isEndOf((X500NameValue) arguments[1]))),
                new Strict(
                        V1 + "rfc822Name-match",
                        Signature.of(
                                ValueType.one(DataType.BOOLEAN),
                                ValueType.one(DataType.STRING),
                                ValueType.one(DataType.RFC822_NAME)),
                        arguments -> BooleanValue.of(
                                ((Rfc822NameValue) arguments[1]).isNamedBy(((StringValue) arguments[0]).text()))));
    }
}
