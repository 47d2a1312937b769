package no.klarert.policy.check;

import java.util.Optional;
import no.klarert.policy.syntax.Match;

/**
 * A match wherever it stands: one attribute compared with one literal.
 *
 * @param dataType of the values that are compared
 * @param issuer whose values are compared; empty for those of all
 */
record Comparison(
        String functionId,
        String literalType,
        String text,
        String category,
        String attributeId,
        String dataType,
        Optional<String> issuer,
        boolean mustBePresent) {
    private static final String EQUAL = "urn:oasis:names:tc:xacml:1.0:function:string-equal";
    private static final String EQUAL_IGNORING_CASE = "urn:oasis:names:tc:xacml:3.0:function:string-equal-ignore-case";

    /** As the standard reads it (XACML 3.0 §7.6). */
    static Comparison standard(Match match) {
        var attribute = match.attribute();
        return new Comparison(
                match.functionId(),
                match.value().dataType(),
                match.value().text(),
                attribute.category(),
                attribute.attributeId(),
                attribute.dataType(),
                attribute.issuer(),
                attribute.mustBePresent());
    }

    /** As Altinn's dialect reads it: values of the literal's data type, from any issuer. */
    static Comparison altinn(Match match) {
        var attribute = match.attribute();
        return new Comparison(
                match.functionId(),
                match.value().dataType(),
                match.value().text(),
                attribute.category(),
                attribute.attributeId(),
                match.value().dataType(),
                Optional.empty(),
                attribute.mustBePresent());
    }

    boolean isTextTest() {
        return functionId.equals(EQUAL) || functionId.equals(EQUAL_IGNORING_CASE);
    }

    /** What all that may imply one another have in common. */
    Comparison withAnyFunction() {
        return new Comparison("", literalType, text, category, attributeId, dataType, Optional.empty(), false);
    }

    /** Whether the other holds whenever this does. May miss that it does. */
    boolean implies(Comparison other) {
        return category.equals(other.category)
                && attributeId.equals(other.attributeId)
                && dataType.equals(other.dataType)
                && literalType.equals(other.literalType)
                && text.equals(other.text)
                && (other.issuer.isEmpty() || issuer.equals(other.issuer))
                && (functionId.equals(other.functionId) || widens(other));
    }

    private boolean widens(Comparison other) {
        return functionId.equals(EQUAL) && other.functionId.equals(EQUAL_IGNORING_CASE);
    }
}
