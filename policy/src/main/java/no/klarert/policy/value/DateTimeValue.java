package no.klarert.policy.value;

import java.time.Instant;

/** An instant. Without a time zone it is an instant in UTC. */
public record DateTimeValue(Instant instant, String text) implements Value {
    @Override
    public DataType type() {
        return DataType.DATE_TIME;
    }

    @Override
    public boolean sameAs(Value other) {
        return other instanceof DateTimeValue that && instant.equals(that.instant);
    }
}
