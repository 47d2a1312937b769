package no.klarert.policy.function;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.klarert.policy.value.DataType;

/**
 * Every mandatory function of XACML 3.0 §10.2.8, by identifier, and those of §10.2.9 that are planned for deprecation. Used when
 * a policy is compiled, never when it is evaluated.
 */
public final class Functions {
    static final String V1 = "urn:oasis:names:tc:xacml:1.0:function:";
    static final String V2 = "urn:oasis:names:tc:xacml:2.0:function:";
    static final String V3 = "urn:oasis:names:tc:xacml:3.0:function:";

    private static final Set<String> NOT_SUPPORTED = Set.of(
            V1 + "xpath-node-count",
            V1 + "xpath-node-equal",
            V1 + "xpath-node-match",
            V3 + "xpath-node-count",
            V3 + "xpath-node-equal",
            V3 + "xpath-node-match",
            V3 + "access-permitted");

    private static final Map<String, Function> BY_ID =
            all().collect(Collectors.toUnmodifiableMap(Function::id, function -> function));

    private Functions() {}

    static Stream<Function> all() {
        return Stream.of(
                        EqualityFunctions.all(),
                        ArithmeticFunctions.all(),
                        ConversionFunctions.all(),
                        LogicalFunctions.all(),
                        ComparisonFunctions.all(),
                        DateFunctions.all(),
                        TextFunctions.all(),
                        BagFunctions.all(),
                        SetFunctions.all(),
                        HigherOrderFunctions.all(),
                        PatternFunctions.all(),
                        NameFunctions.all())
                .flatMap(family -> family);
    }

    public static Optional<Function> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** The identifiers of all functions. */
    public static Set<String> ids() {
        return BY_ID.keySet();
    }

    /** Whether the standard has this function, does not demand it, and this engine is without it. */
    public static boolean isOptional(String id) {
        return NOT_SUPPORTED.contains(id);
    }

    /** How the identifiers of a type's functions of equality, bags and sets begin, {@code …:string}, each way that is known. */
    static Stream<String> prefixes(DataType type) {
        return switch (type) {
            case DAY_TIME_DURATION, YEAR_MONTH_DURATION -> Stream.of(V3 + type.shortName(), V1 + type.shortName());
            case IP_ADDRESS, DNS_NAME -> Stream.of(V2 + type.shortName());
            default -> Stream.of(V1 + type.shortName());
        };
    }

    /** The types whose values can be compared with each other. */
    static Stream<DataType> comparableTypes() {
        return Stream.of(DataType.values()).filter(Functions::isComparable);
    }

    static boolean isComparable(DataType type) {
        return type != DataType.IP_ADDRESS && type != DataType.DNS_NAME;
    }
}
