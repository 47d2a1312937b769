package no.klarert.policy.check;

import java.util.List;
import java.util.Set;
import no.klarert.policy.Xacml;
import no.klarert.policy.syntax.Rule;

/**
 * Reads rules as Altinn's dialect does: subject, resource and action are a demand each, if a rule mentions them, and all that a
 * rule says of one are alternatives. See {@link no.klarert.policy.Dialect#ALTINN}.
 */
final class AltinnReading {
    private static final List<String> CATEGORIES =
            List.of(Xacml.CATEGORY_ACCESS_SUBJECT, Xacml.CATEGORY_RESOURCE, Xacml.CATEGORY_ACTION);
    private static final String V1 = "urn:oasis:names:tc:xacml:1.0:function:";
    private static final Set<String> CERTAIN = Set.of(
            V1 + "string-equal",
            V1 + "string-is-in",
            "urn:oasis:names:tc:xacml:3.0:function:string-equal-ignore-case",
            V1 + "integer-equal",
            V1 + "integer-one-and-only");

    private AltinnReading() {}

    static RuleReading of(Rule rule) {
        var demands = CATEGORIES.stream()
                .map(category -> alternatives(rule, category))
                .filter(alternatives -> !alternatives.isEmpty())
                .toList();
        boolean isCertain = rule.condition().isEmpty()
                && demands.stream().flatMap(List::stream).flatMap(List::stream).allMatch(AltinnReading::isCertain);
        // Rights that can be delegated are read from rules too, one per resource and action (decision service §8.6).
        var traits = new RuleReading.Traits(isCertain, isCertain, true, false, true);
        return new RuleReading(rule, demands, Shapes.of(rule.condition()), traits);
    }

    /** What a rule demands of a category; an empty list demands nothing. */
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

    private static boolean isCertain(Comparison comparison) {
        return CERTAIN.contains(comparison.functionId()) && !comparison.mustBePresent();
    }
}
