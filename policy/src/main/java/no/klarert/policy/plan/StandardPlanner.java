package no.klarert.policy.plan;

import java.util.List;
import no.klarert.policy.syntax.AdviceExpression;
import no.klarert.policy.syntax.AttributeAssignmentExpression;
import no.klarert.policy.syntax.Effect;
import no.klarert.policy.syntax.ObligationExpression;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.Rule;

/** Plans a policy that the standard's check has found no errors in. */
public final class StandardPlanner {
    private final Slots slots = new Slots();
    private final ExpressionPlanner expressions;
    private final TargetPlanner targets;

    private StandardPlanner(Policy policy) {
        this.expressions = new ExpressionPlanner(slots, policy.variables());
        this.targets = new TargetPlanner(slots, expressions);
    }

    public static Planned plan(Policy policy) {
        var planner = new StandardPlanner(policy);
        var root = planner.policy(policy);
        var plan = new StandardPlan(root, planner.slots.size(), planner.expressions.variables());
        return new Planned(plan, planner.slots.names());
    }

    private PolicyNode policy(Policy policy) {
        return new PolicyNode(
                targets.target(policy.target()),
                RuleCombining.standard(policy.combiningAlgorithm()).orElseThrow(),
                policy.rules().stream().map(this::rule).toList(),
                duties(Effect.PERMIT, policy.obligations(), policy.advice()),
                duties(Effect.DENY, policy.obligations(), policy.advice()));
    }

    private RuleNode rule(Rule rule) {
        return new RuleNode(
                rule.effect(),
                targets.target(rule.target()),
                rule.condition().map(expressions::node).orElse(Constant.TRUE),
                duties(rule.effect(), rule.obligations(), rule.advice()));
    }

    private Duties duties(Effect effect, List<ObligationExpression> obligations, List<AdviceExpression> advice) {
        return new Duties(
                effect,
                obligations.stream()
                        .filter(obligation -> obligation.fulfillOn() == effect)
                        .map(obligation -> duty(obligation.id(), obligation.assignments()))
                        .toList(),
                advice.stream()
                        .filter(given -> given.appliesTo() == effect)
                        .map(given -> duty(given.id(), given.assignments()))
                        .toList());
    }

    private Duty duty(String id, List<AttributeAssignmentExpression> assignments) {
        return new Duty(
                id,
                assignments.stream()
                        .map(assignment -> new Duty.Assignment(
                                assignment.attributeId(),
                                assignment.category(),
                                assignment.issuer(),
                                expressions.node(assignment.expression())))
                        .toList());
    }
}
