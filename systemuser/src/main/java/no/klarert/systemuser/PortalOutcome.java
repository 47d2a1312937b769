package no.klarert.systemuser;

import java.util.List;
import no.klarert.vocabulary.AuthenticationLevel;

/** What came of a logged-in person's call. Nothing has changed unless it is done. */
public sealed interface PortalOutcome<T> {
    static <T> PortalOutcome<T> refused(SystemUserProblem problem) {
        return new Refused<>(Refusal.of(problem));
    }

    /** It went well. */
    record Done<T>(T value) implements PortalOutcome<T> {}

    /** The person does not administer system users for the party, or there is no such party. */
    record NotAllowed<T>() implements PortalOutcome<T> {}

    /** The person must log in more surely. */
    record LevelTooLow<T>(AuthenticationLevel required) implements PortalOutcome<T> {}

    /** The person may not pass on all that is asked for. */
    record CannotPassOn<T>(SystemUserProblem problem, List<Delegations.Check> missing) implements PortalOutcome<T> {
        public CannotPassOn {
            missing = List.copyOf(missing);
        }
    }

    /** A rule stands in the way. */
    record Refused<T>(Refusal refusal) implements PortalOutcome<T> {}
}
