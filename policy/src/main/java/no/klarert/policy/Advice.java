package no.klarert.policy;

import java.util.List;

/** What the policy wants the caller to know (XACML 3.0 §5.35). It may be ignored. */
public record Advice(String id, List<AttributeAssignment> assignments) {
    public Advice {
        assignments = List.copyOf(assignments);
    }
}
