package no.klarert.policy.value;

import java.time.Instant;

/** A day, which begins at an instant. Without a time zone it is a day in UTC. */
public record DateValue(Instant start, String text) implements Value {
    @Override
    public DataType type() {
        return DataType.DATE;
    }

    @Override
    public boolean sameAs(Value other) {
        return other instanceof DateValue that && start.equals(that.start);
    }
}
