package no.klarert.policy.check;

import java.util.List;
import java.util.stream.Stream;
import no.klarert.policy.Xacml;
import no.klarert.policy.syntax.AnyOf;
import no.klarert.policy.syntax.AttributeAssignmentExpression;
import no.klarert.policy.syntax.AttributeDesignator;
import no.klarert.policy.syntax.AttributeValue;
import no.klarert.policy.syntax.Expression;
import no.klarert.policy.syntax.Rule;

/** Reads rules by the standard (XACML 3.0 §7.7, §7.11): every {@code AnyOf} of a target is a demand. */
final class StandardReading {
    private final Prospects prospects;

    StandardReading(Prospects prospects) {
        this.prospects = prospects;
    }

    RuleReading of(Rule rule) {
        var demands = rule.target().stream()
                .flatMap(target -> target.anyOf().stream())
                .map(StandardReading::alternatives)
                .toList();
        var condition = prospects.of(rule.condition());
        boolean isCertain = !condition.mayBeIndeterminate()
                && demands.stream().flatMap(List::stream).flatMap(List::stream).allMatch(StandardReading::isCertain);
        return new RuleReading(
                rule,
                demands,
                condition.equals(Prospect.TRUE) ? List.of() : Shapes.of(rule.condition()),
                new RuleReading.Traits(isCertain, true, false, hasDuties(rule), hasCertainDuties(rule)));
    }

    private static List<List<Comparison>> alternatives(AnyOf anyOf) {
        return anyOf.allOf().stream()
                .map(allOf -> allOf.matches().stream().map(Comparison::standard).toList())
                .toList();
    }

    /** Values of other types than strings may be malformed in a request. */
    private static boolean isCertain(Comparison comparison) {
        return comparison.isTextTest() && !comparison.mustBePresent();
    }

    private static boolean hasDuties(Rule rule) {
        return rule.obligations().stream().anyMatch(obligation -> obligation.fulfillOn() == rule.effect())
                || rule.advice().stream().anyMatch(advice -> advice.appliesTo() == rule.effect());
    }

    private static boolean hasCertainDuties(Rule rule) {
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
