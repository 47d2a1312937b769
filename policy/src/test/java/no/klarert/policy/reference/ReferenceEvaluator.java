package no.klarert.policy.reference;

import static no.klarert.policy.reference.Ruling.Kind.DENY;
import static no.klarert.policy.reference.Ruling.Kind.INDETERMINATE_D;
import static no.klarert.policy.reference.Ruling.Kind.INDETERMINATE_DP;
import static no.klarert.policy.reference.Ruling.Kind.INDETERMINATE_P;
import static no.klarert.policy.reference.Ruling.Kind.NOT_APPLICABLE;
import static no.klarert.policy.reference.Ruling.Kind.PERMIT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.klarert.policy.Advice;
import no.klarert.policy.AttributeAssignment;
import no.klarert.policy.Decision;
import no.klarert.policy.DecisionValue;
import no.klarert.policy.EchoedAttribute;
import no.klarert.policy.Obligation;
import no.klarert.policy.Request;
import no.klarert.policy.RequestAttribute;
import no.klarert.policy.Status;
import no.klarert.policy.Xacml;
import no.klarert.policy.reference.Answer.Literal;
import no.klarert.policy.reference.Ruling.Kind;
import no.klarert.policy.syntax.AdviceExpression;
import no.klarert.policy.syntax.AllOf;
import no.klarert.policy.syntax.AnyOf;
import no.klarert.policy.syntax.AttributeAssignmentExpression;
import no.klarert.policy.syntax.Effect;
import no.klarert.policy.syntax.Match;
import no.klarert.policy.syntax.ObligationExpression;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.Rule;
import no.klarert.policy.syntax.Target;

/**
 * XACML 3.0 §7 as it is written, for the supported part: no plan, no short cut, nothing remembered. Slow on purpose; what the
 * engine answers must be equal to what this answers, but for the message of the status.
 */
final class ReferenceEvaluator {
    private final Policy policy;
    private final ReferenceExpressions expressions;

    private ReferenceEvaluator(Policy policy, Request request) {
        this.policy = policy;
        this.expressions = new ReferenceExpressions(policy, request);
    }

    static Decision evaluate(Policy policy, Request request) {
        boolean malformed = request.attributes().stream()
                .anyMatch(value -> !ReferenceTypes.isWellFormed(new Literal(value.dataType(), value.value())));
        var ruling = malformed
                ? Ruling.error(INDETERMINATE_DP, Xacml.STATUS_SYNTAX_ERROR)
                : new ReferenceEvaluator(policy, request).policy();
        return decision(ruling, echoed(request));
    }

    static Decision decision(Ruling ruling, List<EchoedAttribute> echoed) {
        var value = switch (ruling.kind()) {
            case PERMIT -> DecisionValue.PERMIT;
            case DENY -> DecisionValue.DENY;
            case NOT_APPLICABLE -> DecisionValue.NOT_APPLICABLE;
            case INDETERMINATE_P, INDETERMINATE_D, INDETERMINATE_DP -> DecisionValue.INDETERMINATE;
        };
        return new Decision(value, new Status(ruling.status(), ""), ruling.obligations(), ruling.advice(), echoed);
    }

    static List<EchoedAttribute> echoed(Request request) {
        return request.attributes().stream()
                .filter(RequestAttribute::includeInResult)
                .map(value -> new EchoedAttribute(value.name(), value.dataType(), value.issuer(), value.value()))
                .toList();
    }

    /** XACML 3.0 §7.12 and §7.14, tables 6 and 7. */
    private Ruling policy() {
        var target = target(policy.target());
        if (target.isFalse()) {
            return Ruling.of(NOT_APPLICABLE);
        }
        var combined = ReferenceCombining.combine(
                policy.combiningAlgorithm(),
                policy.rules().stream().map(this::rule).toList());
        if (target.isTrue()) {
            return withDuties(combined, policy.obligations(), policy.advice());
        }
        var status = target.error().orElseThrow();
        return switch (combined.kind()) {
            case NOT_APPLICABLE -> combined;
            case PERMIT, INDETERMINATE_P -> Ruling.error(INDETERMINATE_P, status);
            case DENY, INDETERMINATE_D -> Ruling.error(INDETERMINATE_D, status);
            case INDETERMINATE_DP -> Ruling.error(INDETERMINATE_DP, status);
        };
    }

    /** XACML 3.0 §7.11, table 4. */
    private Ruling rule(Rule rule) {
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
    private Answer target(Optional<Target> target) {
        return ReferenceExpressions.and(target.stream()
                .flatMap(present -> present.anyOf().stream())
                .map(this::anyOf)
                .toList());
    }

    /** XACML 3.0 §7.7, table 2. */
    private Answer anyOf(AnyOf anyOf) {
        return ReferenceExpressions.or(anyOf.allOf().stream().map(this::allOf).toList());
    }

    /** XACML 3.0 §7.7, table 3. */
    private Answer allOf(AllOf allOf) {
        return ReferenceExpressions.and(
                allOf.matches().stream().map(this::match).toList());
    }

    /** XACML 3.0 §7.6: the literal first, each value of the attribute second. */
    private Answer match(Match match) {
        var bag = expressions.evaluate(match.attribute());
        if (bag.isError()) {
            return bag;
        }
        var literal = expressions.evaluate(match.value());
        return ReferenceExpressions.or(bag.values().stream()
                .map(value -> ReferenceExpressions.call(
                        ReferenceExpressions.name(match.functionId()), List.of(literal, Answer.of(List.of(value)))))
                .toList());
    }

    /** XACML 3.0 §7.18. */
    private Ruling withDuties(Ruling ruling, List<ObligationExpression> obligations, List<AdviceExpression> advice) {
        if (ruling.kind() != PERMIT && ruling.kind() != DENY) {
            return ruling;
        }
        var effect = ruling.kind() == PERMIT ? Effect.PERMIT : Effect.DENY;
        var fulfilled = new ArrayList<>(ruling.obligations());
        var advised = new ArrayList<>(ruling.advice());
        var errors = new ArrayList<String>();
        obligations.stream()
                .filter(duty -> duty.fulfillOn() == effect)
                .forEach(duty -> fulfilled.add(new Obligation(duty.id(), assigned(duty.assignments(), errors))));
        advice.stream()
                .filter(duty -> duty.appliesTo() == effect)
                .forEach(duty -> advised.add(new Advice(duty.id(), assigned(duty.assignments(), errors))));
        Kind doubt = effect == Effect.PERMIT ? INDETERMINATE_P : INDETERMINATE_D;
        return errors.isEmpty()
                ? new Ruling(ruling.kind(), ruling.status(), fulfilled, advised)
                : Ruling.error(doubt, errors.get(0));
    }

    private List<AttributeAssignment> assigned(List<AttributeAssignmentExpression> assignments, List<String> errors) {
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
                            ReferenceTypes.written(value))));
        }
        return assigned;
    }
}
