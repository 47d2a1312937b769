package no.klarert.policy.wire;

/** How requests and responses are read. Immutable; start from {@link #STRICT}. */
public record WireOptions(Tolerance tolerance, WireLimits limits) {
    /** What to make of three mistakes that senders make. All leave no doubt about what is meant. */
    public enum Tolerance {
        /** They are errors. */
        STRICT,
        /**
         * Unknown members of a JSON object and unknown attributes of an XML element are ignored, a single object stands for an
         * array that holds it, and a number or truth value is taken as its text where the data type wants text.
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
