package no.klarert.policy.syntax;

/**
 * A literal (XACML 3.0 §5.31).
 *
 * @param dataType the identifier of the data type, as written
 * @param text the value as written, white space kept
 */
public record AttributeValue(Position position, String dataType, String text) implements Expression {}
