package no.klarert.policy.function;

import static no.klarert.policy.function.Functions.V1;
import static no.klarert.policy.function.Functions.V3;

import java.util.stream.Stream;
import no.klarert.policy.function.Function.HigherOrder;
import no.klarert.policy.function.Function.Scheme;

/** Functions over functions (XACML 3.0 §A.3.12). Those of 3.0 are also known by their identifiers of 1.0 (§10.2.9). */
final class HigherOrderFunctions {
    private HigherOrderFunctions() {}

    static Stream<Function> all() {
        return Stream.of(
                new HigherOrder(V3 + "any-of", Scheme.ANY_OF),
                new HigherOrder(V1 + "any-of", Scheme.ANY_OF),
                new HigherOrder(V3 + "all-of", Scheme.ALL_OF),
                new HigherOrder(V1 + "all-of", Scheme.ALL_OF),
                new HigherOrder(V3 + "any-of-any", Scheme.ANY_OF_ANY),
                new HigherOrder(V1 + "any-of-any", Scheme.ANY_OF_ANY),
                new HigherOrder(V1 + "all-of-any", Scheme.ALL_OF_ANY),
                new HigherOrder(V1 + "any-of-all", Scheme.ANY_OF_ALL),
                new HigherOrder(V1 + "all-of-all", Scheme.ALL_OF_ALL),
                new HigherOrder(V3 + "map", Scheme.MAP),
                new HigherOrder(V1 + "map", Scheme.MAP));
    }
}
