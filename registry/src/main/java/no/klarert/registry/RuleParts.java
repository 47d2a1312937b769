package no.klarert.registry;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.klarert.policy.Xacml;
import no.klarert.policy.syntax.AllOf;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.Rule;

/**
 * A rule as the registry's views see it (resource registry §6): for each category the alternatives of its target, each a
 * conjunction. As in decisions, an {@code AllOf} that mixes categories gives each of them its part.
 *
 * @param actions only alternatives of exactly one value: no other action can be asked for
 */
record RuleParts(
        Rule rule,
        List<List<PolicyAttribute>> subjects,
        List<List<PolicyAttribute>> resources,
        List<PolicyAttribute> actions) {
    static Stream<RuleParts> of(Policy policy) {
        return policy.rules().stream().map(RuleParts::of);
    }

    static RuleParts of(Rule rule) {
        return new RuleParts(
                rule,
                alternatives(rule, Xacml.CATEGORY_ACCESS_SUBJECT),
                alternatives(rule, Xacml.CATEGORY_RESOURCE),
                alternatives(rule, Xacml.CATEGORY_ACTION).stream()
                        .filter(matches -> matches.size() == 1)
                        .map(List::getFirst)
                        .toList());
    }

    /** How many combinations of a subject, an action and a resource the rule stands for. */
    long combinations() {
        return (long) subjects.size() * actions.size() * resources.size();
    }

    private static List<List<PolicyAttribute>> alternatives(Rule rule, String category) {
        return rule.target().stream()
                .flatMap(target -> target.anyOf().stream())
                .flatMap(anyOf -> anyOf.allOf().stream())
                .map(allOf -> matches(allOf, category))
                .filter(matches -> !matches.isEmpty())
                .toList();
    }

    private static List<PolicyAttribute> matches(AllOf allOf, String category) {
        return allOf.matches().stream()
                .filter(match -> match.attribute().category().equals(category))
                .map(match -> new PolicyAttribute(
                        match.attribute().attributeId(), match.value().text()))
                .toList();
    }

    /** The value that goes with an attribute id, if the conjunction has it. */
    static Optional<String> value(List<PolicyAttribute> conjunction, String type) {
        return conjunction.stream()
                .filter(attribute -> attribute.type().equals(type))
                .map(PolicyAttribute::value)
                .findFirst();
    }
}
