package no.klarert.policy.plan;

import java.util.Optional;
import no.klarert.policy.regex.XmlPattern;
import no.klarert.policy.syntax.AttributeValue;
import no.klarert.policy.value.DataType;
import no.klarert.policy.value.Failure;

/** Finds the comparison for a function and its literal. */
public final class AltinnComparisons {
    private static final String V1 = "urn:oasis:names:tc:xacml:1.0:function:";
    private static final String V3 = "urn:oasis:names:tc:xacml:3.0:function:";

    private AltinnComparisons() {}

    /** Why a function cannot be used in a target with a literal; empty if it can. */
    public static Optional<String> problemInTarget(String functionId, AttributeValue literal) {
        return inTarget(functionId, literal) instanceof AltinnComparison.Unusable unusable
                ? Optional.of(unusable.why().status().message())
                : Optional.empty();
    }

    /** How many steps the literal is as a pattern; 0 if it is not used as one. */
    public static int patternSize(String functionId, AttributeValue literal) {
        return inTarget(functionId, literal) instanceof AltinnComparison.Contains contains
                ? contains.pattern().size()
                : 0;
    }

    /** Whether the literal is of a kind that no value equals. */
    public static boolean neverHolds(String functionId, AttributeValue literal) {
        return inTarget(functionId, literal) instanceof AltinnComparison.NoInteger;
    }

    static AltinnComparison inTarget(String functionId, AttributeValue literal) {
        var text = literal.text();
        return switch (functionId) {
            case V1 + "string-equal", V1 + "string-is-in" -> new AltinnComparison.SameText(text);
            case V3 + "string-equal-ignore-case" -> new AltinnComparison.SameTextIgnoringCase(text);
            case V1 + "integer-equal", V1 + "integer-one-and-only" -> integer(text);
            case V1 + "anyURI-equal" ->
                NormalUri.of(text)
                        .<AltinnComparison>map(AltinnComparison.SameUri::new)
                        .orElseGet(() -> unusable("the literal is not an absolute URI"));
            case V1 + "time-equal" -> moment(DataType.TIME, text);
            case V1 + "date-equal" -> moment(DataType.DATE, text);
            case V1 + "dateTime-equal" -> moment(DataType.DATE_TIME, text);
            case V1 + "string-regexp-match" -> pattern(text);
            default -> unusable("the function `" + functionId + "` is not supported");
        };
    }

    /**
     * As in a target, without regular expressions: in a condition this dialect would take the value of the request for the
     * pattern, and the request does not get to write patterns.
     */
    static AltinnComparison inCondition(String functionId, AttributeValue literal) {
        return functionId.equals(V1 + "string-regexp-match")
                ? unusable("a regular expression is not supported in a condition")
                : inTarget(functionId, literal);
    }

    static AltinnComparison unusable(String why) {
        return new AltinnComparison.Unusable(Failure.syntax(why));
    }

    private static AltinnComparison integer(String text) {
        var number = SmallIntegers.parse(text);
        return number.isPresent()
                ? new AltinnComparison.SameInteger(number.getAsInt())
                : new AltinnComparison.NoInteger();
    }

    private static AltinnComparison moment(DataType type, String text) {
        return type.parse(text)
                .<AltinnComparison>map(value -> new AltinnComparison.SameMoment(type, value))
                .orElseGet(() -> unusable("the literal is not a valid " + type.shortName()));
    }

    private static AltinnComparison pattern(String text) {
        return switch (XmlPattern.parse(text)) {
            case XmlPattern.Parsed.Valid valid -> new AltinnComparison.Contains(valid.pattern());
            case XmlPattern.Parsed.Invalid invalid -> unusable("the pattern " + invalid.reason());
        };
    }
}
