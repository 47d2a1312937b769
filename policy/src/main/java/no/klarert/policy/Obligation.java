package no.klarert.policy;

import java.util.List;

/** What the caller must do for the decision to stand (XACML 3.0 §5.34). A Permit whose obligation is not met is no permit. */
public record Obligation(String id, List<AttributeAssignment> assignments) {
    public Obligation {
        assignments = List.copyOf(assignments);
    }
}
