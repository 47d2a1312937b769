package no.klarert.policy.syntax;

/** An expression (XACML 3.0 §5.25). Attribute selectors are refused when a policy is read. */
public sealed interface Expression
        permits AttributeValue, AttributeDesignator, Apply, FunctionReference, VariableReference {
    Position position();
}
