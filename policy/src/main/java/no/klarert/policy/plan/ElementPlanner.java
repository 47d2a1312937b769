package no.klarert.policy.plan;

import java.util.List;
import java.util.Optional;
import no.klarert.policy.syntax.AdviceExpression;
import no.klarert.policy.syntax.AttributeAssignmentExpression;
import no.klarert.policy.syntax.Effect;
import no.klarert.policy.syntax.ObligationExpression;
import no.klarert.policy.syntax.Rule;
import no.klarert.policy.syntax.Target;
import no.klarert.policy.syntax.VariableDefinition;

/** Plans what stands in a policy or policy set and shares its variables: targets, rules, obligations and advice. */
final class ElementPlanner {
    private final ExpressionPlanner expressions;
    private final TargetPlanner targets;
    private final GuardFinder guards;

    ElementPlanner(Slots slots, List<VariableDefinition> variables) {
        this.expressions = new ExpressionPlanner(slots, variables);
        this.targets = new TargetPlanner(slots, expressions);
        this.guards = new GuardFinder(slots);
    }

    /** How many variables something planned so far refers to. */
    int variables() {
        return expressions.variables();
    }

    Node target(Optional<Target> target) {
        return targets.target(target);
    }

    GuardedChild rule(Rule rule) {
        var node = new RuleNode(
                rule,
                targets.target(rule.target()),
                rule.condition().map(expressions::node).orElse(Constant.TRUE),
                duties(rule.effect(), rule.obligations(), rule.advice()));
        var whole = guards.target(rule.target());
        return new GuardedChild(node, whole, whole);
    }

    Guards guards(Optional<Target> target) {
        return guards.target(target);
    }

    Duties duties(Effect effect, List<ObligationExpression> obligations, List<AdviceExpression> advice) {
        return Duties.of(
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
