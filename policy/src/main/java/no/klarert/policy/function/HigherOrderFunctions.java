package no.klarert.policy.function;

import static no.klarert.policy.function.Functions.V1;
import static no.klarert.policy.function.Functions.V3;

import java.util.stream.Stream;
import no.klarert.policy.function.Function.Quantified;
import no.klarert.policy.function.Function.Quantifier;

/** Functions over functions (XACML 3.0 §A.3.12). The 1.0 identifiers are those of §A.4. */
final class HigherOrderFunctions {
    private HigherOrderFunctions() {}

    static Stream<Function> all() {
        return Stream.of(
                new Quantified(V3 + "any-of", Quantifier.ANY_OF),
                new Quantified(V1 + "any-of", Quantifier.ANY_OF),
                new Quantified(V3 + "all-of", Quantifier.ALL_OF),
                new Quantified(V1 + "all-of", Quantifier.ALL_OF));
    }
}
