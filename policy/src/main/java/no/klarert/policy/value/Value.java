package no.klarert.policy.value;

/** A single value of one of the data types of XACML 3.0 §10.2.7. Immutable. */
public sealed interface Value extends Result
        permits Base64BinaryValue,
                BooleanValue,
                DateTimeValue,
                DateValue,
                DayTimeDurationValue,
                DnsNameValue,
                DoubleValue,
                HexBinaryValue,
                IntegerValue,
                IpAddressValue,
                Rfc822NameValue,
                StringValue,
                TimeValue,
                UriValue,
                X500NameValue,
                YearMonthDurationValue {
    DataType type();

    /** A lexical form of the value, fit for a response: as it came in, where the type has no single form. */
    String text();

    /** The form that {@code string-from-} gives (XACML 3.0 §A.3.9). */
    default String canonicalText() {
        return text();
    }

    /**
     * What all values of one type that are equal share, and no others (XACML 3.0 §A.3.1).
     *
     * <p>INVARIANT: keys are comparable among each other, so that a hash table of them stays quick for values chosen to collide.
     */
    Comparable<?> key();

    /** Equality as the {@code -equal} function of the type has it (XACML 3.0 §A.3.1). */
    default boolean sameAs(Value other) {
        return type() == other.type() && key().equals(other.key());
    }
}
