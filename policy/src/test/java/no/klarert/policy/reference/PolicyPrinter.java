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
import no.klarert.policy.syntax.PolicyReference;
import no.klarert.policy.syntax.PolicySet;
import no.klarert.policy.syntax.PolicySetMember;
import no.klarert.policy.syntax.PolicyTree;
import no.klarert.policy.syntax.Rule;
import no.klarert.policy.syntax.Target;
import no.klarert.policy.syntax.VariableReference;

/** Writes a policy as XML. Reading it gives the same policy, at other positions. */
final class PolicyPrinter {
    private PolicyPrinter() {}

    static String print(PolicyTree tree) {
        return print(tree, attribute("xmlns", Xacml.NAMESPACE));
    }

    private static String print(PolicyTree tree, String attributes) {
        return switch (tree) {
            case Policy policy -> print(policy, attributes);
            case PolicySet set -> print(set, attributes);
        };
    }

    private static String print(Policy policy, String attributes) {
        var variables = policy.variables().stream()
                .map(variable -> element(
                        "VariableDefinition", attribute("VariableId", variable.id()), print(variable.expression())))
                .collect(Collectors.joining());
        var rules = policy.rules().stream().map(PolicyPrinter::print).collect(Collectors.joining());
        return element(
                "Policy",
                attributes
                        + attribute("PolicyId", policy.id())
                        + attribute("Version", policy.version())
                        + attribute("RuleCombiningAlgId", policy.combiningAlgorithm()),
                target(policy) + variables + rules + duties(policy.obligations(), policy.advice()));
    }

    private static String print(PolicySet set, String attributes) {
        return element(
                "PolicySet",
                attributes
                        + attribute("PolicySetId", set.id())
                        + attribute("Version", set.version())
                        + attribute("PolicyCombiningAlgId", set.combiningAlgorithm()),
                target(set)
                        + set.members().stream().map(PolicyPrinter::print).collect(Collectors.joining())
                        + duties(set.obligations(), set.advice()));
    }

    /** The schema demands one, if only an empty one. */
    private static String target(PolicyTree tree) {
        return print(tree.target().or(() -> Optional.of(new Target(tree.position(), List.of()))));
    }

    private static String print(PolicySetMember member) {
        return switch (member) {
            case PolicyTree tree -> print(tree, "");
            case PolicyReference reference -> print(reference);
        };
    }

    private static String print(PolicyReference reference) {
        return element(
                reference.kind().element(),
                optional("Version", reference.version())
                        + optional("EarliestVersion", reference.earliestVersion())
                        + optional("LatestVersion", reference.latestVersion()),
                escaped(reference.id()));
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
                        + optional("Issuer", designator.issuer()),
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
                                + optional("Category", assignment.category())
                                + optional("Issuer", assignment.issuer()),
                        print(assignment.expression())))
                .collect(Collectors.joining());
    }

    private static String element(String name, String attributes, String inside) {
        return "<" + name + attributes + ">" + inside + "</" + name + ">\n";
    }

    private static String optional(String name, Optional<String> value) {
        return value.map(present -> attribute(name, present)).orElse("");
    }

    private static String attribute(String name, String value) {
        return " " + name + "=\"" + escaped(value) + "\"";
    }
}
