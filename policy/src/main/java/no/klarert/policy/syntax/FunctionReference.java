package no.klarert.policy.syntax;

/** A function given to a higher-order function (XACML 3.0 §5.28). */
public record FunctionReference(Position position, String functionId) implements Expression {}
