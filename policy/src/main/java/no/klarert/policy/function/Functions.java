package no.klarert.policy.function;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every function, by identifier. Used when a policy is compiled, never when it is evaluated. */
public final class Functions {
    static final String V1 = "urn:oasis:names:tc:xacml:1.0:function:";
    static final String V2 = "urn:oasis:names:tc:xacml:2.0:function:";
    static final String V3 = "urn:oasis:names:tc:xacml:3.0:function:";

    private static final Map<String, Function> BY_ID = Stream.of(
                    EqualityFunctions.all(),
                    ComparisonFunctions.all(),
                    LogicalFunctions.all(),
                    BagFunctions.all(),
                    PatternFunctions.all(),
                    HigherOrderFunctions.all())
            .flatMap(family -> family)
            .collect(Collectors.toUnmodifiableMap(Function::id, function -> function));

    private Functions() {}

    public static Optional<Function> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }
}
