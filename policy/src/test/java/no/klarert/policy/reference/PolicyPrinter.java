package no.klarert.policy.reference;

import static no.klarert.policy.PolicyXml.escaped;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.klarert.policy.Xacml;
import no.klarert.policy.syntax.AdviceExpression;
import no.klarert.policy.syntax.AllOf;
import no.klarert.policy.syntax.AnyOf;
import no.klarert.policy.syntax.Apply;
import no.klarert.policy.syntax.AttributeAssignmentExpression;
import no.klarert.policy.syntax.AttributeDesignator;
import no.klarert.policy.syntax.AttributeValue;
import no.klarert.policy.syntax.Effect;
import no.klarert.policy.syntax.Expression;
import no.klarert.policy.syntax.FunctionReference;
import no.klarert.policy.syntax.Match;
import no.klarert.policy.syntax.ObligationExpression;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.Rule;
import no.klarert.policy.syntax.Target;
import no.klarert.policy.syntax.VariableReference;

/** Writes a policy as XML. Reading it gives the same policy, at other positions. */
final class PolicyPrinter {
    private PolicyPrinter() {}

    static String print(Policy policy) {
        var variables = policy.variables().stream()
                .map(variable -> element(
                        "VariableDefinition", attribute("VariableId", variable.id()), print(variable.expression())))
                .collect(Collectors.joining());
        var rules = policy.rules().stream().map(PolicyPrinter::print).collect(Collectors.joining());
        return element(
                "Policy",
                attribute("xmlns", Xacml.NAMESPACE)
                        + attribute("PolicyId", policy.id())
                        + attribute("Version", policy.version())
                        + attribute("RuleCombiningAlgId", policy.combiningAlgorithm()),
                print(policy.target().or(() -> Optional.of(new Target(policy.position(), List.of()))))
                        + variables
                        + rules
                        + duties(policy.obligations(), policy.advice()));
    }

    private static String print(Rule rule) {
        var condition = rule.condition()
                .map(expression -> element("Condition", "", print(expression)))
                .orElse("");
        return element(
                "Rule",
                attribute("RuleId", rule.id()) + attribute("Effect", print(rule.effect())),
                print(rule.target()) + condition + duties(rule.obligations(), rule.advice()));
    }

    private static String print(Effect effect) {
        return switch (effect) {
            case PERMIT -> "Permit";
            case DENY -> "Deny";
        };
    }

    private static String print(Optional<Target> target) {
        return target.map(present -> element(
                        "Target",
                        "",
                        present.anyOf().stream().map(PolicyPrinter::print).collect(Collectors.joining())))
                .orElse("");
    }

    private static String print(AnyOf anyOf) {
        return element(
                "AnyOf", "", anyOf.allOf().stream().map(PolicyPrinter::print).collect(Collectors.joining()));
    }

    private static String print(AllOf allOf) {
        return element(
                "AllOf", "", allOf.matches().stream().map(PolicyPrinter::print).collect(Collectors.joining()));
    }

    private static String print(Match match) {
        return element(
                "Match", attribute("MatchId", match.functionId()), print(match.value()) + print(match.attribute()));
    }

    private static String print(Expression expression) {
        return switch (expression) {
            case AttributeValue value ->
                element("AttributeValue", attribute("DataType", value.dataType()), escaped(value.text()));
            case AttributeDesignator designator -> print(designator);
            case VariableReference reference ->
                element("VariableReference", attribute("VariableId", reference.variableId()), "");
            case FunctionReference reference ->
                element("Function", attribute("FunctionId", reference.functionId()), "");
            case Apply apply ->
                element(
                        "Apply",
                        attribute("FunctionId", apply.functionId()),
                        apply.arguments().stream().map(PolicyPrinter::print).collect(Collectors.joining()));
        };
    }

    private static String print(AttributeDesignator designator) {
        return element(
                "AttributeDesignator",
                attribute("Category", designator.category())
                        + attribute("AttributeId", designator.attributeId())
                        + attribute("DataType", designator.dataType())
                        + attribute("MustBePresent", String.valueOf(designator.mustBePresent()))
                        + designator
                                .issuer()
                                .map(issuer -> attribute("Issuer", issuer))
                                .orElse(""),
                "");
    }

    private static String duties(List<ObligationExpression> obligations, List<AdviceExpression> advice) {
        var obliged = obligations.stream()
                .map(duty -> element(
                        "ObligationExpression",
                        attribute("ObligationId", duty.id()) + attribute("FulfillOn", print(duty.fulfillOn())),
                        print(duty.assignments())))
                .collect(Collectors.joining());
        var advised = advice.stream()
                .map(duty -> element(
                        "AdviceExpression",
                        attribute("AdviceId", duty.id()) + attribute("AppliesTo", print(duty.appliesTo())),
                        print(duty.assignments())))
                .collect(Collectors.joining());
        return (obliged.isEmpty() ? "" : element("ObligationExpressions", "", obliged))
                + (advised.isEmpty() ? "" : element("AdviceExpressions", "", advised));
    }

    private static String print(List<AttributeAssignmentExpression> assignments) {
        return assignments.stream()
                .map(assignment -> element(
                        "AttributeAssignmentExpression",
                        attribute("AttributeId", assignment.attributeId())
                                + assignment
                                        .category()
                                        .map(category -> attribute("Category", category))
                                        .orElse("")
                                + assignment
                                        .issuer()
                                        .map(issuer -> attribute("Issuer", issuer))
                                        .orElse(""),
                        print(assignment.expression())))
                .collect(Collectors.joining());
    }

    private static String element(String name, String attributes, String inside) {
        return "<" + name + attributes + ">" + inside + "</" + name + ">\n";
    }

    private static String attribute(String name, String value) {
        return " " + name + "=\"" + escaped(value) + "\"";
    }
}
