package no.klarert.policy.check;

import java.util.List;
import java.util.stream.Stream;
import no.klarert.policy.Xacml;
import no.klarert.policy.syntax.AllOf;
import no.klarert.policy.syntax.AnyOf;
import no.klarert.policy.syntax.AttributeAssignmentExpression;
import no.klarert.policy.syntax.AttributeDesignator;
import no.klarert.policy.syntax.AttributeValue;
import no.klarert.policy.syntax.Expression;
import no.klarert.policy.syntax.Rule;

/** Rules as the standard reads them (XACML 3.0 §7.7, §7.11): every {@code AnyOf} of a target must match. */
final class StandardReading implements RuleReading {
    private final Prospects prospects;

    StandardReading(Prospects prospects) {
        this.prospects = prospects;
    }

    @Override
    public boolean isSame(Rule one, Rule other) {
        return demands(one).equals(demands(other)) && hasSameCondition(one, other);
    }

    private static List<List<List<Comparison>>> demands(Rule rule) {
        return anyOf(rule)
                .map(anyOf -> anyOf.allOf().stream().map(StandardReading::comparisons).toList())
                .toList();
    }

    private static boolean hasSameCondition(Rule one, Rule other) {
        return Shapes.of(one.condition()).equals(Shapes.of(other.condition()));
    }

    private static Stream<AnyOf> anyOf(Rule rule) {
        return rule.target().stream().flatMap(target -> target.anyOf().stream());
    }

    private static List<Comparison> comparisons(AllOf allOf) {
        return allOf.matches().stream().map(Comparison::standard).toList();
    }

    @Override
    public boolean covers(Rule wide, Rule narrow) {
        boolean condition = prospects.of(wide.condition()).equals(Prospect.TRUE) || hasSameCondition(wide, narrow);
        return condition
                && anyOf(wide).allMatch(demand -> anyOf(narrow).anyMatch(met -> implies(met, demand)));
    }

    @Override
    public boolean includes(Rule wide, Rule narrow) {
        return covers(wide, narrow);
    }

    private static boolean implies(AnyOf narrow, AnyOf wide) {
        return narrow.allOf().stream()
                .allMatch(met -> wide.allOf().stream().anyMatch(demand -> implies(met, demand)));
    }

    private static boolean implies(AllOf narrow, AllOf wide) {
        return Implication.of(comparisons(narrow), comparisons(wide));
    }

    @Override
    public boolean isCertain(Rule rule) {
        return Expressions.matches(rule.target()).map(Comparison::standard).allMatch(StandardReading::isCertain)
                && !prospects.of(rule.condition()).mayBeIndeterminate();
    }

    /** Values of other types than strings may be malformed in a request. */
    private static boolean isCertain(Comparison comparison) {
        return comparison.isTextTest() && !comparison.mustBePresent();
    }

    @Override
    public boolean hasDuties(Rule rule) {
        return rule.obligations().stream().anyMatch(obligation -> obligation.fulfillOn() == rule.effect())
                || rule.advice().stream().anyMatch(advice -> advice.appliesTo() == rule.effect());
    }

    @Override
    public boolean hasCertainDuties(Rule rule) {
        return Stream.concat(
                        rule.obligations().stream().flatMap(obligation -> obligation.assignments().stream()),
                        rule.advice().stream().flatMap(advice -> advice.assignments().stream()))
                .map(AttributeAssignmentExpression::expression)
                .allMatch(StandardReading::isCertain);
    }

    private static boolean isCertain(Expression expression) {
        return expression instanceof AttributeValue
                || (expression instanceof AttributeDesignator designator
                        && designator.dataType().equals(Xacml.TYPE_STRING)
                        && !designator.mustBePresent());
    }
}
