package no.klarert.policy.read;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import no.klarert.policy.Dialect;
import no.klarert.policy.Issue.Severity;
import no.klarert.policy.Xacml;
import no.klarert.policy.syntax.AdviceExpression;
import no.klarert.policy.syntax.AllOf;
import no.klarert.policy.syntax.AnyOf;
import no.klarert.policy.syntax.AttributeAssignmentExpression;
import no.klarert.policy.syntax.Effect;
import no.klarert.policy.syntax.Match;
import no.klarert.policy.syntax.ObligationExpression;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.PolicyReference;
import no.klarert.policy.syntax.PolicySet;
import no.klarert.policy.syntax.PolicySetMember;
import no.klarert.policy.syntax.PolicyTree;
import no.klarert.policy.syntax.Rule;
import no.klarert.policy.syntax.Target;
import no.klarert.policy.syntax.VariableDefinition;
import no.klarert.policy.value.Shown;

/**
 * Turns bytes into a {@link PolicyTree}. When the issues hold errors the policy may lack the elements that are broken; it is read
 * all the same, so that later stages can report what is wrong with the rest.
 */
public final class PolicyReader {
    private final Issues issues;
    private final ExpressionReader expressions;

    private PolicyReader(Issues issues) {
        this.issues = issues;
        this.expressions = new ExpressionReader(issues);
    }

    /** Reads a policy or policy set; empty if the source is neither. What is wrong is added to the issues. */
    public static Optional<PolicyTree> read(byte[] xml, Dialect dialect, int maxBytes, Issues issues) {
        var root = XmlReader.read(xml, maxBytes, issues).filter(element -> isKnown(element, dialect, issues));
        root.ifPresent(element -> new SchemaCheck(issues, deviation(dialect)).check(element));
        root.ifPresent(element -> checkIssuer(element, deviation(dialect), issues));
        return root.map(element -> new PolicyReader(issues).tree(element));
    }

    private static Severity deviation(Dialect dialect) {
        return switch (dialect) {
            case STANDARD -> Severity.ERROR;
            case ALTINN -> Severity.WARNING;
        };
    }

    /** Whether the issuer may write policies is a question of the delegation profile, which this engine does not have. */
    private static void checkIssuer(XmlElement element, Severity severity, Issues issues) {
        element.children("PolicyIssuer")
                .forEach(issuer -> issues.add(
                        severity, issuer.position(), "the issuer of a policy is not supported, it is not checked"));
        element.children("Policy").forEach(child -> checkIssuer(child, severity, issues));
        element.children("PolicySet").forEach(child -> checkIssuer(child, severity, issues));
    }

    private static boolean isKnown(XmlElement root, Dialect dialect, Issues issues) {
        if (!root.namespace().equals(Xacml.NAMESPACE)) {
            issues.error(
                    root.position(),
                    "the namespace is " + Shown.quoted(root.namespace()) + ", not `" + Xacml.NAMESPACE + "`");
            return false;
        }
        if (dialect == Dialect.ALTINN && root.name().equals("PolicySet")) {
            issues.error(root.position(), "policy sets are not supported, only single policies");
            return false;
        }
        if (!root.name().equals("Policy") && !root.name().equals("PolicySet")) {
            issues.error(
                    root.position(),
                    "the document is a " + Shown.quoted(root.name()) + ", not a `Policy` or `PolicySet`");
            return false;
        }
        return true;
    }

    private PolicyTree tree(XmlElement element) {
        return element.name().equals("PolicySet") ? policySet(element) : policy(element);
    }

    private PolicySet policySet(XmlElement element) {
        return new PolicySet(
                element.position(),
                element.attribute("PolicySetId"),
                element.attribute("Version"),
                element.attribute("PolicyCombiningAlgId"),
                description(element),
                first(element, "Target", this::target),
                element.children().stream().flatMap(this::member).toList(),
                obligations(element),
                advice(element));
    }

    private Stream<PolicySetMember> member(XmlElement element) {
        return switch (element.name()) {
            case "PolicySet" -> Stream.of(policySet(element));
            case "Policy" -> Stream.of(policy(element));
            case "PolicySetIdReference" -> Stream.of(reference(element, PolicyReference.Kind.POLICY_SET));
            case "PolicyIdReference" -> Stream.of(reference(element, PolicyReference.Kind.POLICY));
            default -> Stream.empty();
        };
    }

    private static PolicyReference reference(XmlElement element, PolicyReference.Kind kind) {
        return new PolicyReference(
                element.position(),
                kind,
                element.text().strip(),
                optional(element, "Version"),
                optional(element, "EarliestVersion"),
                optional(element, "LatestVersion"));
    }

    private Policy policy(XmlElement element) {
        return new Policy(
                element.position(),
                element.attribute("PolicyId"),
                element.attribute("Version"),
                element.attribute("RuleCombiningAlgId"),
                description(element),
                first(element, "Target", this::target),
                element.children("VariableDefinition").stream()
                        .flatMap(this::variable)
                        .toList(),
                all(element, "Rule", this::rule),
                obligations(element),
                advice(element));
    }

    private Rule rule(XmlElement element) {
        return new Rule(
                element.position(),
                element.attribute("RuleId"),
                effect(element, "Effect"),
                description(element),
                first(element, "Target", this::target),
                element.children("Condition").stream()
                        .flatMap(expressions::inside)
                        .findFirst(),
                obligations(element),
                advice(element));
    }

    private static Optional<String> description(XmlElement element) {
        return first(element, "Description", child -> child.text().strip());
    }

    private Target target(XmlElement element) {
        return new Target(element.position(), all(element, "AnyOf", this::anyOf));
    }

    private AnyOf anyOf(XmlElement element) {
        return new AnyOf(element.position(), all(element, "AllOf", this::allOf));
    }

    private AllOf allOf(XmlElement element) {
        return new AllOf(
                element.position(),
                element.children("Match").stream().flatMap(this::match).toList());
    }

    private Stream<Match> match(XmlElement element) {
        element.children("AttributeSelector").forEach(expressions::refuseSelector);
        var value = first(element, "AttributeValue", expressions::value);
        var attribute = first(element, "AttributeDesignator", expressions::designator);
        return value.isEmpty() || attribute.isEmpty()
                ? Stream.empty()
                : Stream.of(new Match(element.position(), element.attribute("MatchId"), value.get(), attribute.get()));
    }

    private Stream<VariableDefinition> variable(XmlElement element) {
        return expressions
                .inside(element)
                .map(body -> new VariableDefinition(element.position(), element.attribute("VariableId"), body))
                .limit(1);
    }

    private List<ObligationExpression> obligations(XmlElement element) {
        return element.children("ObligationExpressions").stream()
                .flatMap(list -> list.children("ObligationExpression").stream())
                .map(child -> new ObligationExpression(
                        child.position(),
                        child.attribute("ObligationId"),
                        effect(child, "FulfillOn"),
                        assignments(child)))
                .toList();
    }

    private List<AdviceExpression> advice(XmlElement element) {
        return element.children("AdviceExpressions").stream()
                .flatMap(list -> list.children("AdviceExpression").stream())
                .map(child -> new AdviceExpression(
                        child.position(), child.attribute("AdviceId"), effect(child, "AppliesTo"), assignments(child)))
                .toList();
    }

    private List<AttributeAssignmentExpression> assignments(XmlElement element) {
        return element.children("AttributeAssignmentExpression").stream()
                .flatMap(child -> expressions
                        .inside(child)
                        .map(value -> new AttributeAssignmentExpression(
                                child.position(),
                                child.attribute("AttributeId"),
                                optional(child, "Category"),
                                optional(child, "Issuer"),
                                value))
                        .limit(1))
                .toList();
    }

    private Effect effect(XmlElement element, String attribute) {
        var text = element.attribute(attribute);
        if (!text.equals("Permit") && !text.equals("Deny") && !text.isBlank()) {
            issues.error(
                    element.position(), "`" + attribute + "` is " + Shown.quoted(text) + ", not `Permit` or `Deny`");
        }
        return text.equals("Permit") ? Effect.PERMIT : Effect.DENY;
    }

    static Optional<String> optional(XmlElement element, String attribute) {
        return Optional.of(element.attribute(attribute)).filter(text -> !text.isEmpty());
    }

    private static <T> List<T> all(XmlElement element, String name, Function<XmlElement, T> read) {
        return element.children(name).stream().map(read).toList();
    }

    private static <T> Optional<T> first(XmlElement element, String name, Function<XmlElement, T> read) {
        return element.children(name).stream().map(read).findFirst();
    }
}
