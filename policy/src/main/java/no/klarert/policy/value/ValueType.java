package no.klarert.policy.value;

/** The static type of an expression: a data type, and whether it is one value or a bag (XACML 3.0 §5.25). */
public record ValueType(DataType type, boolean isBag) {
    public static ValueType one(DataType type) {
        return new ValueType(type, false);
    }

    public static ValueType bag(DataType type) {
        return new ValueType(type, true);
    }

    /** As it stands in a message: {@code a bag of string}. */
    @Override
    public String toString() {
        return (isBag ? "a bag of " : "one ") + type.shortName();
    }
}
