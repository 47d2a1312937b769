package no.klarert.policy.syntax;

/**
 * One comparison in a target (XACML 3.0 §5.9): the function is called with the literal and each value of the attribute, and
 * holds if one call says true.
 *
 * @param functionId the {@code MatchId}, as written
 */
public record Match(Position position, String functionId, AttributeValue value, AttributeDesignator attribute) {}
