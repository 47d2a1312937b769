package no.klarert.systemuser;

import java.util.Optional;

/** A problem and what may be said beside it. */
public record Refusal(SystemUserProblem problem, Optional<Extension> extension) {
    static Refusal of(SystemUserProblem problem) {
        return new Refusal(problem, Optional.empty());
    }

    static Refusal of(SystemUserProblem problem, String name, String value) {
        return new Refusal(problem, Optional.of(new Extension(name, value)));
    }
}
