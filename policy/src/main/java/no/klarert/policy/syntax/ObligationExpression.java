package no.klarert.policy.syntax;

import java.util.List;

/** An obligation that the caller must fulfil when the decision is {@code fulfillOn} (XACML 3.0 §5.39). */
public record ObligationExpression(
        Position position, String id, Effect fulfillOn, List<AttributeAssignmentExpression> assignments) {
    public ObligationExpression {
        assignments = List.copyOf(assignments);
    }
}
