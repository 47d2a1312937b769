package no.klarert.policy.reference;

import static no.klarert.policy.reference.Ruling.Kind.DENY;
import static no.klarert.policy.reference.Ruling.Kind.INDETERMINATE_D;
import static no.klarert.policy.reference.Ruling.Kind.INDETERMINATE_P;
import static no.klarert.policy.reference.Ruling.Kind.NOT_APPLICABLE;
import static no.klarert.policy.reference.Ruling.Kind.PERMIT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.klarert.policy.Advice;
import no.klarert.policy.AttributeAssignment;
import no.klarert.policy.Obligation;
import no.klarert.policy.Status;
import no.klarert.policy.syntax.AdviceExpression;
import no.klarert.policy.syntax.AllOf;
import no.klarert.policy.syntax.AnyOf;
import no.klarert.policy.syntax.AttributeAssignmentExpression;
import no.klarert.policy.syntax.Effect;
import no.klarert.policy.syntax.Match;
import no.klarert.policy.syntax.ObligationExpression;
import no.klarert.policy.syntax.Rule;
import no.klarert.policy.syntax.Target;

/** Targets, rules, obligations and advice (XACML 3.0 §7.6–7.11, §7.18), all of one policy or policy set. */
final class ReferenceElements {
    private final ReferenceExpressions expressions;

    ReferenceElements(ReferenceExpressions expressions) {
        this.expressions = expressions;
    }

    /** XACML 3.0 §7.11, table 4. */
    Ruling rule(Rule rule) {
        boolean permits = rule.effect() == Effect.PERMIT;
        var target = target(rule.target());
        if (target.isFalse()) {
            return Ruling.of(NOT_APPLICABLE);
        }
        var condition = target.isTrue() && rule.condition().isPresent()
                ? expressions.evaluate(rule.condition().get())
                : target;
        if (condition.isError()) {
            return Ruling.error(
                    permits ? INDETERMINATE_P : INDETERMINATE_D,
                    condition.error().orElseThrow());
        }
        return condition.isTrue()
                ? withDuties(Ruling.of(permits ? PERMIT : DENY), rule.obligations(), rule.advice())
                : Ruling.of(NOT_APPLICABLE);
    }

    /** XACML 3.0 §7.7, table 1. */
    Answer target(Optional<Target> target) {
        return ReferenceLogic.and(target.stream()
                .flatMap(present -> present.anyOf().stream())
                .map(this::anyOf)
                .toList());
    }

    /** XACML 3.0 §7.7, table 2. */
    private Answer anyOf(AnyOf anyOf) {
        return ReferenceLogic.or(anyOf.allOf().stream().map(this::allOf).toList());
    }

    /** XACML 3.0 §7.7, table 3. */
    private Answer allOf(AllOf allOf) {
        return ReferenceLogic.and(allOf.matches().stream().map(this::match).toList());
    }

    /** XACML 3.0 §7.6: the literal first, each value of the attribute second. */
    private Answer match(Match match) {
        var bag = expressions.evaluate(match.attribute());
        if (bag.isError()) {
            return bag;
        }
        var literal = expressions.evaluate(match.value());
        return ReferenceLogic.or(bag.values().stream()
                .map(value -> expressions.call(match.functionId(), List.of(literal, Answer.of(value))))
                .toList());
    }

    /** XACML 3.0 §7.18: of the owner's own decision; an expression in error makes the owner Indeterminate. */
    Ruling withDuties(Ruling ruling, List<ObligationExpression> obligations, List<AdviceExpression> advice) {
        if (!ruling.kind().isDecided()) {
            return ruling;
        }
        var effect = ruling.kind() == PERMIT ? Effect.PERMIT : Effect.DENY;
        var fulfilled = new ArrayList<Obligation>();
        var advised = new ArrayList<Advice>();
        var errors = new ArrayList<Status>();
        obligations.stream()
                .filter(duty -> duty.fulfillOn() == effect)
                .forEach(duty -> fulfilled.add(new Obligation(duty.id(), assigned(duty.assignments(), errors))));
        advice.stream()
                .filter(duty -> duty.appliesTo() == effect)
                .forEach(duty -> advised.add(new Advice(duty.id(), assigned(duty.assignments(), errors))));
        return errors.isEmpty()
                ? ruling.and(fulfilled, advised)
                : Ruling.error(effect == Effect.PERMIT ? INDETERMINATE_P : INDETERMINATE_D, errors.get(0));
    }

    private List<AttributeAssignment> assigned(List<AttributeAssignmentExpression> assignments, List<Status> errors) {
        var assigned = new ArrayList<AttributeAssignment>();
        for (var assignment : assignments) {
            var answer = expressions.evaluate(assignment.expression());
            answer.error().ifPresent(errors::add);
            answer.values()
                    .forEach(value -> assigned.add(new AttributeAssignment(
                            assignment.attributeId(),
                            assignment.category(),
                            value.type(),
                            assignment.issuer(),
                            value.text())));
        }
        return assigned;
    }
}
