package no.klarert.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the XML of policies as owners of resources write them: rules that list who, on which resource, may do what. */
public final class PolicyText {
    private static final String NAMESPACE = "urn:oasis:names:tc:xacml:3.0:core:schema:wd-17";
    private static final String STRING = "http://www.w3.org/2001/XMLSchema#string";
    private static final String RULES = "urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:";
    private static final String POLICIES = "urn:oasis:names:tc:xacml:3.0:policy-combining-algorithm:";

    /** How subjects and actions are compared. Resources are always compared exactly. */
    enum Equality {
        EXACT("urn:oasis:names:tc:xacml:1.0:function:string-equal"),
        IGNORING_CASE("urn:oasis:names:tc:xacml:3.0:function:string-equal-ignore-case");

        private final String function;

        Equality(String function) {
            this.function = function;
        }
    }

    /** One rule: who may (or may not) do which actions. */
    record Rule(String effect, List<Attribute> subjects, List<String> actions) {
        Rule {
            subjects = List.copyOf(subjects);
            actions = List.copyOf(actions);
        }
    }

    /** Where a policy names its resource. */
    public enum ResourceNamed {
        IN_RULES,
        IN_TARGET
    }

    private final Equality equality;
    private final ResourceNamed named;

    PolicyText(Equality equality, ResourceNamed named) {
        this.equality = equality;
        this.named = named;
    }

    /** A policy that combines its rules by deny-overrides and demands an authentication level of whom it permits. */
    byte[] policy(String resource, List<Rule> rules) {
        return policyElement(resource, rules).getBytes(StandardCharsets.UTF_8);
    }

    /** A set that combines policies by deny-overrides; they differ in their resource, {@link #resource} of 0, 1, 2, …. */
    byte[] policySet(int policies, List<Rule> rules) {
        var children = IntStream.range(0, policies)
                .mapToObj(number -> policyElement(resource(number), rules))
                .collect(Collectors.joining("\n"));
        return ("<PolicySet xmlns=\"" + NAMESPACE + "\" PolicySetId=\"urn:klarert:benchmark:set\" Version=\"1.0\""
                        + " PolicyCombiningAlgId=\"" + POLICIES + "deny-overrides\"><Target/>" + children
                        + "</PolicySet>")
                .getBytes(StandardCharsets.UTF_8);
    }

    static String resource(int number) {
        return "resource-" + number;
    }

    private String policyElement(String resource, List<Rule> rules) {
        var named = target(this.named == ResourceNamed.IN_TARGET ? List.of(anyOf(exactly(resource))) : List.of());
        var numbered = IntStream.range(0, rules.size())
                .mapToObj(number -> rule(resource, number, rules.get(number)))
                .collect(Collectors.joining("\n"));
        return "<Policy xmlns=\"" + NAMESPACE + "\" PolicyId=\"urn:altinn:resource:" + resource + "\" Version=\"1.0\""
                + " RuleCombiningAlgId=\"" + RULES + "deny-overrides\">\n" + named + numbered + "\n" + obligation()
                + "</Policy>";
    }

    private String rule(String resource, int number, Rule rule) {
        var subjects = anyOf(rule.subjects().stream().map(this::compared).toList());
        var actions = anyOf(rule.actions().stream()
                .map(Attribute::action)
                .map(this::compared)
                .toList());
        var target = named == ResourceNamed.IN_TARGET
                ? target(List.of(subjects, actions))
                : target(List.of(subjects, anyOf(exactly(resource)), actions));
        return "<Rule RuleId=\"urn:altinn:resource:" + resource + ":rule:" + number + "\" Effect=\"" + rule.effect()
                + "\">" + target + "</Rule>";
    }

    private static String target(List<String> anyOfs) {
        return anyOfs.isEmpty() ? "<Target/>" : "<Target>" + String.join("\n", anyOfs) + "</Target>";
    }

    private static String anyOf(List<String> matches) {
        return matches.stream()
                .map(match -> "<AllOf>" + match + "</AllOf>")
                .collect(Collectors.joining("\n", "<AnyOf>", "</AnyOf>"));
    }

    private static List<String> exactly(String resource) {
        return List.of(match(Equality.EXACT, Attribute.resource(resource)));
    }

    private String compared(Attribute attribute) {
        return match(equality, attribute);
    }

    private static String match(Equality equality, Attribute attribute) {
        return "<Match MatchId=\"" + equality.function + "\">"
                + "<AttributeValue DataType=\"" + STRING + "\">" + attribute.value() + "</AttributeValue>"
                + "<AttributeDesignator Category=\"" + attribute.category() + "\" AttributeId=\"" + attribute.id()
                + "\" DataType=\"" + STRING + "\" MustBePresent=\"false\"/></Match>";
    }

    private static String obligation() {
        return """
                <ObligationExpressions>
                  <ObligationExpression ObligationId="urn:altinn:obligation:authenticationLevel1" FulfillOn="Permit">
                    <AttributeAssignmentExpression AttributeId="urn:altinn:obligation1-assignment1"
                        Category="urn:altinn:minimum-authenticationlevel">
                      <AttributeValue DataType="http://www.w3.org/2001/XMLSchema#integer">3</AttributeValue>
                    </AttributeAssignmentExpression>
                  </ObligationExpression>
                </ObligationExpressions>
                """;
    }
}
