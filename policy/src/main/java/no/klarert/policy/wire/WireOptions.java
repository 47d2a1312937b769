package no.klarert.policy.wire;

/** How requests and responses are read. Immutable; start from {@link #STRICT}. */
public record WireOptions(Tolerance tolerance, WireLimits limits) {
    /** What to make of mistakes that senders make. */
    public enum Tolerance {
        /** They are errors. */
        STRICT,
        /**
         * Unknown members of a JSON object and unknown elements and attributes of XML are ignored, a single JSON value stands for
         * an array that holds it, a JSON number or truth value is taken as its text where the data type wants text, and flags
         * that the XML schema demands are false if they are not there.
         */
        LENIENT
    }

    /** Nothing is overlooked, and {@link WireLimits#DEFAULT} holds. */
    public static final WireOptions STRICT = new WireOptions(Tolerance.STRICT, WireLimits.DEFAULT);

    public WireOptions lenient() {
        return new WireOptions(Tolerance.LENIENT, limits);
    }

    public WireOptions limits(WireLimits chosen) {
        return new WireOptions(tolerance, chosen);
    }

    boolean isLenient() {
        return tolerance == Tolerance.LENIENT;
    }
}
