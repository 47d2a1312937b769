package no.klarert.systemuser;

import java.util.List;

/** What came of registering a system (system user API §5.4). */
public sealed interface Registration {
    record Registered(RegisteredSystem system) implements Registration {}

    /** The caller is neither the vendor nor an administrator. */
    record NotOwner() implements Registration {}

    /** Everything that is wrong, in order. */
    record Invalid(List<ValidationIssue> issues) implements Registration {
        public Invalid {
            issues = List.copyOf(issues);
        }
    }

    /** Another caller took the id, or one of the client ids, in the same instant. */
    record Conflict(String systemId) implements Registration {}
}
