package no.klarert.policy.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.klarert.policy.syntax.Apply;
import no.klarert.policy.syntax.AttributeAssignmentExpression;
import no.klarert.policy.syntax.AttributeDesignator;
import no.klarert.policy.syntax.Expression;
import no.klarert.policy.syntax.Match;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.PolicySet;
import no.klarert.policy.syntax.PolicyTree;
import no.klarert.policy.syntax.Rule;
import no.klarert.policy.syntax.Target;

/** Walks through the expressions of a policy. */
final class Expressions {
    private Expressions() {}

    /** An expression and all that it is made of; a variable is not followed. */
    static Stream<Expression> within(Expression expression) {
        return expression instanceof Apply apply
                ? Stream.concat(Stream.of(apply), apply.arguments().stream().flatMap(Expressions::within))
                : Stream.of(expression);
    }

    /** The outermost expressions of a policy besides its variables: conditions and the assignments of duties. */
    static Stream<Expression> inUse(Policy policy) {
        return Stream.concat(duties(policy), policy.rules().stream().flatMap(Expressions::inUse));
    }

    private static Stream<Expression> inUse(Rule rule) {
        return Stream.of(
                        rule.condition().stream(),
                        rule.obligations().stream().flatMap(obligation -> values(obligation.assignments())),
                        rule.advice().stream().flatMap(advice -> values(advice.assignments())))
                .flatMap(part -> part);
    }

    /** The outermost expressions of the obligations and advice that a policy or policy set itself has. */
    static Stream<Expression> duties(PolicyTree tree) {
        return Stream.concat(
                tree.obligations().stream().flatMap(obligation -> values(obligation.assignments())),
                tree.advice().stream().flatMap(advice -> values(advice.assignments())));
    }

    private static Stream<Expression> values(List<AttributeAssignmentExpression> assignments) {
        return assignments.stream().map(AttributeAssignmentExpression::expression);
    }

    static Stream<Match> matches(Optional<Target> target) {
        return target.stream()
                .flatMap(present -> present.anyOf().stream())
                .flatMap(anyOf -> anyOf.allOf().stream())
                .flatMap(allOf -> allOf.matches().stream());
    }

    /** Every designator of a policy or policy set, without those of the members of a policy set. */
    static Stream<AttributeDesignator> designators(PolicyTree tree) {
        var own = Stream.concat(matches(tree.target()).map(Match::attribute), duties(tree));
        return switch (tree) {
            case Policy policy ->
                Stream.of(own, policy.variables().stream().map(variable -> variable.expression()), ofRules(policy))
                        .flatMap(part -> part)
                        .flatMap(Expressions::designatorsWithin);
            case PolicySet set -> own.flatMap(Expressions::designatorsWithin);
        };
    }

    private static Stream<Expression> ofRules(Policy policy) {
        return policy.rules().stream()
                .flatMap(rule -> Stream.concat(matches(rule.target()).map(Match::attribute), inUse(rule)));
    }

    private static Stream<AttributeDesignator> designatorsWithin(Expression expression) {
        return within(expression).filter(AttributeDesignator.class::isInstance).map(AttributeDesignator.class::cast);
    }
}
