package no.klarert.systemuser;

import java.util.Optional;

/** One thing wrong with the description of a system. */
public record ValidationIssue(ValidationCode code, Optional<Extension> extension) {
    static ValidationIssue of(ValidationCode code) {
        return new ValidationIssue(code, Optional.empty());
    }

    static ValidationIssue of(ValidationCode code, String name, String value) {
        return new ValidationIssue(code, Optional.of(new Extension(name, value)));
    }
}
