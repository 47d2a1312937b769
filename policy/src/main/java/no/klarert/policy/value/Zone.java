package no.klarert.policy.value;

import java.time.ZoneOffset;
import java.util.Optional;

/** The time zone of a date or time, which may have none; whoever needs one then takes UTC. Written with hours and minutes. */
final class Zone {
    static final Optional<ZoneOffset> NONE = Optional.empty();
    static final Optional<ZoneOffset> UTC = Optional.of(ZoneOffset.UTC);
    private static final int MOST_MINUTES = 14 * 60;

    private Zone() {}

    static int seconds(Optional<ZoneOffset> zone) {
        return zone.isEmpty() ? 0 : zone.get().getTotalSeconds();
    }

    /** Nothing, {@code Z} or {@code +01:00}. */
    static String text(Optional<ZoneOffset> zone) {
        return zone.map(ZoneOffset::getId).orElse("");
    }

    static Optional<ZoneOffset> ofMinutes(int minutes) {
        return Optional.of(ZoneOffset.ofTotalSeconds(minutes * 60));
    }

    static boolean isInRange(int minutes) {
        return Math.abs(minutes) <= MOST_MINUTES;
    }
}
