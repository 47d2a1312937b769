package no.klarert.policy.check;

import java.util.List;
import java.util.Set;
import no.klarert.policy.Xacml;
import no.klarert.policy.syntax.Rule;

/**
 * Rules as Altinn's dialect reads them: the alternatives of subject, resource and action, each by itself. See
 * {@link no.klarert.policy.Dialect#ALTINN}.
 */
final class AltinnReading implements RuleReading {
    private static final List<String> CATEGORIES =
            List.of(Xacml.CATEGORY_ACCESS_SUBJECT, Xacml.CATEGORY_RESOURCE, Xacml.CATEGORY_ACTION);
    private static final String V1 = "urn:oasis:names:tc:xacml:1.0:function:";
    private static final Set<String> CERTAIN = Set.of(
            V1 + "string-equal",
            V1 + "string-is-in",
            "urn:oasis:names:tc:xacml:3.0:function:string-equal-ignore-case",
            V1 + "integer-equal",
            V1 + "integer-one-and-only");

    /** What a rule demands of a category; an empty list demands nothing, anything else that one alternative holds. */
    static List<List<Comparison>> alternatives(Rule rule, String category) {
        return rule.target().stream()
                .flatMap(target -> target.anyOf().stream())
                .flatMap(anyOf -> anyOf.allOf().stream())
                .map(allOf -> allOf.matches().stream()
                        .filter(match -> match.attribute().category().equals(category))
                        .map(Comparison::altinn)
                        .toList())
                .filter(alternative -> !alternative.isEmpty())
                .toList();
    }

    @Override
    public boolean isSame(Rule one, Rule other) {
        return CATEGORIES.stream()
                        .allMatch(category -> alternatives(one, category).equals(alternatives(other, category)))
                && Shapes.of(one.condition()).equals(Shapes.of(other.condition()));
    }

    @Override
    public boolean covers(Rule wide, Rule narrow) {
        return isCertain(wide)
                && CATEGORIES.stream()
                        .allMatch(category -> implies(alternatives(narrow, category), alternatives(wide, category)));
    }

    private static boolean implies(List<List<Comparison>> narrow, List<List<Comparison>> wide) {
        return wide.isEmpty()
                || (!narrow.isEmpty()
                        && narrow.stream()
                                .allMatch(held -> wide.stream().anyMatch(demands -> Implication.of(held, demands))));
    }

    /**
     * A rule also names rights that can be delegated, one per resource and action, and who holds them (Altinn decision service
     * §8.6): each alternative must be there, not only a wider one.
     */
    @Override
    public boolean includes(Rule wide, Rule narrow) {
        return isCertain(wide)
                && CATEGORIES.stream()
                        .allMatch(category -> contains(alternatives(wide, category), alternatives(narrow, category)));
    }

    private static boolean contains(List<List<Comparison>> wide, List<List<Comparison>> narrow) {
        return wide.isEmpty() == narrow.isEmpty()
                && narrow.stream().allMatch(held -> wide.stream().anyMatch(demands -> isAsDemanded(held, demands)));
    }

    private static boolean isAsDemanded(List<Comparison> held, List<Comparison> demands) {
        return held.size() == demands.size() && Implication.of(held, demands);
    }

    @Override
    public boolean isCertain(Rule rule) {
        return rule.condition().isEmpty()
                && Expressions.matches(rule.target()).allMatch(match -> isCertain(Comparison.altinn(match)));
    }

    private static boolean isCertain(Comparison comparison) {
        return !CATEGORIES.contains(comparison.category())
                || (CERTAIN.contains(comparison.functionId()) && !comparison.mustBePresent());
    }

    @Override
    public boolean hasDuties(Rule rule) {
        return false;
    }

    @Override
    public boolean hasCertainDuties(Rule rule) {
        return true;
    }
}
