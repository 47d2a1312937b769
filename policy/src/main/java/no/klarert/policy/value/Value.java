package no.klarert.policy.value;

/** A single value of one of the data types of XACML 3.0 §10.2.7. */
public sealed interface Value extends Result
        permits BooleanValue, DateTimeValue, DateValue, DoubleValue, IntegerValue, StringValue, TimeValue, UriValue {
    DataType type();

    /** A lexical form of the value, fit for a response. */
    String text();

    /** Equality as the {@code -equal} function of the type has it (XACML 3.0 §A.3.1). */
    default boolean sameAs(Value other) {
        return equals(other);
    }
}
