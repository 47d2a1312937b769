package no.klarert.policy.function;

import static no.klarert.policy.function.Functions.V1;
import static no.klarert.policy.function.Functions.V2;

import java.util.stream.Stream;
import no.klarert.policy.function.Function.Pattern;
import no.klarert.policy.value.DataType;
import no.klarert.policy.value.ValueType;

/** Regular expressions (XACML 3.0 §A.3.13), searched for in the text of a value as it came in. */
final class PatternFunctions {
    private PatternFunctions() {}

    static Stream<Function> all() {
        return Stream.of(
                match(V1 + "string-regexp-match", DataType.STRING),
                match(V2 + "anyURI-regexp-match", DataType.ANY_URI),
                match(V2 + "ipAddress-regexp-match", DataType.IP_ADDRESS),
                match(V2 + "dnsName-regexp-match", DataType.DNS_NAME),
                match(V2 + "rfc822Name-regexp-match", DataType.RFC822_NAME),
                match(V2 + "x500Name-regexp-match", DataType.X500_NAME));
    }

    private static Function match(String id, DataType searched) {
        return new Pattern(
                id,
                Signature.of(ValueType.one(DataType.BOOLEAN), ValueType.one(DataType.STRING), ValueType.one(searched)));
    }
}
