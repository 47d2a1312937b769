package no.klarert.policy.syntax;

/** A named expression (XACML 3.0 §5.23). */
public record VariableDefinition(Position position, String id, Expression expression) {}
