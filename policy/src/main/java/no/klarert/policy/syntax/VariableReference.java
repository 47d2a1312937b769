package no.klarert.policy.syntax;

/** A reference to a {@link VariableDefinition} of the same policy (XACML 3.0 §5.24). */
public record VariableReference(Position position, String variableId) implements Expression {}
