package no.klarert.policy.syntax;

import java.util.Optional;

/**
 * A member of an obligation or advice (XACML 3.0 §5.41). It gives one assignment per value of its expression, none for an
 * empty bag.
 */
public record AttributeAssignmentExpression(
        Position position,
        String attributeId,
        Optional<String> category,
        Optional<String> issuer,
        Expression expression) {}
