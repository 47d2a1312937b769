package no.klarert.pdp;

/**
 * Who wants a decision, as the log keeps it.
 *
 * @param caller the organisation number in the caller's token, {@code user:} and the user id of a person, or {@code internal}
 */
public record Asker(String caller, String traceId) {
    /** Another room of this installation. */
    public static final Asker INTERNAL = new Asker("internal", "");
}
