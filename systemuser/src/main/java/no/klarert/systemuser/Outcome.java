package no.klarert.systemuser;

/** What came of a vendor's call. Nothing has changed unless it is done. */
public sealed interface Outcome<T> {
    static <T> Outcome<T> refused(SystemUserProblem problem) {
        return new Refused<>(Refusal.of(problem));
    }

    /** It went well. */
    record Done<T>(T value) implements Outcome<T> {}

    /** It is refused. */
    record Refused<T>(Refusal refusal) implements Outcome<T> {}
}
