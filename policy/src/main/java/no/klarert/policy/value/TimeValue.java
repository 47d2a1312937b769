package no.klarert.policy.value;

/**
 * A time of day. Without a time zone it is a time in UTC.
 *
 * @param nanos since midnight UTC of the day it is in its own zone; may be negative or exceed a day
 * @param hasZone whether the source named a time zone
 */
public record TimeValue(long nanos, boolean hasZone, String text) implements Value {
    @Override
    public DataType type() {
        return DataType.TIME;
    }

    @Override
    public boolean sameAs(Value other) {
        return other instanceof TimeValue that && nanos == that.nanos;
    }
}
