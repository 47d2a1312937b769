package no.klarert.policy.read;

import java.util.stream.Stream;
import no.klarert.policy.syntax.Apply;
import no.klarert.policy.syntax.AttributeDesignator;
import no.klarert.policy.syntax.AttributeValue;
import no.klarert.policy.syntax.Expression;
import no.klarert.policy.syntax.FunctionReference;
import no.klarert.policy.syntax.VariableReference;
import no.klarert.policy.value.Shown;

/** Reads expressions (XACML 3.0 §5.25). Their depth is bounded by that of the source. */
final class ExpressionReader {
    private final Issues issues;

    ExpressionReader(Issues issues) {
        this.issues = issues;
    }

    /** The expressions that stand directly in an element, without those that are refused. */
    Stream<Expression> inside(XmlElement parent) {
        return parent.children().stream().flatMap(this::expression);
    }

    private Stream<Expression> expression(XmlElement element) {
        return switch (element.name()) {
            case "AttributeValue" -> Stream.of(value(element));
            case "AttributeDesignator" -> Stream.of(designator(element));
            case "Apply" ->
                Stream.of(new Apply(
                        element.position(),
                        element.attribute("FunctionId"),
                        inside(element).toList()));
            case "Function" -> Stream.of(new FunctionReference(element.position(), element.attribute("FunctionId")));
            case "VariableReference" ->
                Stream.of(new VariableReference(element.position(), element.attribute("VariableId")));
            case "AttributeSelector" -> {
                refuseSelector(element);
                yield Stream.empty();
            }
            default -> Stream.empty();
        };
    }

    AttributeValue value(XmlElement element) {
        return new AttributeValue(element.position(), element.attribute("DataType"), element.text());
    }

    AttributeDesignator designator(XmlElement element) {
        return new AttributeDesignator(
                element.position(),
                element.attribute("Category"),
                element.attribute("AttributeId"),
                element.attribute("DataType"),
                PolicyReader.optional(element, "Issuer"),
                mustBePresent(element));
    }

    private boolean mustBePresent(XmlElement element) {
        return switch (element.attribute("MustBePresent").strip()) {
            case "true", "1" -> true;
            case "false", "0", "" -> false;
            default -> {
                issues.error(
                        element.position(),
                        "`MustBePresent` is " + Shown.quoted(element.attribute("MustBePresent"))
                                + ", not `true` or `false`");
                yield false;
            }
        };
    }

    /** Attribute selectors are optional in XACML 3.0 (§5.30); this engine reads no content of requests. */
    void refuseSelector(XmlElement element) {
        issues.error(element.position(), "attribute selectors are not supported");
    }
}
