package no.klarert.policy.syntax;

import java.util.List;

/** Advice that the caller may ignore, given when the decision is {@code appliesTo} (XACML 3.0 §5.40). */
public record AdviceExpression(
        Position position, String id, Effect appliesTo, List<AttributeAssignmentExpression> assignments) {
    public AdviceExpression {
        assignments = List.copyOf(assignments);
    }
}
