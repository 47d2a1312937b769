package no.klarert.policy.syntax;

import java.util.Optional;

/**
 * A reference to the values of a request attribute (XACML 3.0 §5.29).
 *
 * @param mustBePresent whether an absent attribute is an error instead of an empty bag; false where the source does not say
 */
public record AttributeDesignator(
        Position position,
        String category,
        String attributeId,
        String dataType,
        Optional<String> issuer,
        boolean mustBePresent)
        implements Expression {}
