package no.klarert.policy.plan;

import java.util.ArrayList;
import java.util.List;
import no.klarert.policy.Explanation.Step;
import no.klarert.policy.syntax.Effect;
import no.klarert.policy.syntax.Expression;
import no.klarert.policy.syntax.Rule;
import no.klarert.policy.syntax.Target;
import no.klarert.policy.value.BooleanValue;
import no.klarert.policy.value.Failure;
import no.klarert.policy.value.Result;
import no.klarert.policy.value.Shown;
import org.jspecify.annotations.Nullable;

/** A rule (XACML 3.0 §7.11). */
final class RuleNode implements Child {
    private final Rule rule;
    private final Effect effect;
    private final Node target;
    private final Node condition;
    private final boolean hasCondition;
    private final Duties duties;
    /** What it says whenever it says anything; absent if it can also fail or comes with duties. */
    private final @Nullable Verdict alone;

    RuleNode(Rule rule, Node target, Node condition, Duties duties) {
        this.rule = rule;
        this.effect = rule.effect();
        this.target = target;
        this.condition = condition;
        this.duties = duties;
        this.hasCondition = !Constant.isTrue(condition);
        boolean certain = target.isCertain() && !hasCondition && duties instanceof Duties.None;
        this.alone = certain ? Verdict.of(rule.effect()) : null;
    }

    @Override
    public Verdict evaluate(Evaluation evaluation) {
        Result applies = target.evaluate(evaluation);
        if (hasCondition && applies == BooleanValue.TRUE) {
            applies = condition.evaluate(evaluation);
        }
        if (applies instanceof Failure failure) {
            return Verdict.indeterminate(effect, failure);
        }
        return applies == BooleanValue.TRUE ? duties.addTo(Verdict.of(effect), evaluation) : Verdict.NOT_APPLICABLE;
    }

    @Override
    public boolean canOnlySay(Verdict.Kind kind) {
        return alone != null && alone.kind() == kind;
    }

    @Override
    public Step explain(Explaining why) {
        var verdict = evaluate(why.evaluation());
        var parts = new ArrayList<Step>();
        if (!Constant.isTrue(target)) {
            parts.add(why.target(target, rule.target().map(Target::position).orElse(rule.position())));
        }
        if (hasCondition && target.evaluate(why.evaluation()) == BooleanValue.TRUE) {
            parts.add(why.value(
                    "condition",
                    condition,
                    rule.condition().map(Expression::position).orElse(rule.position()),
                    why.each(List.of(condition))));
        }
        return Explaining.step(
                "rule " + Shown.quoted(rule.id()) + " (" + rule.effect().text() + ")",
                verdict.text(),
                verdict.because(),
                rule.position(),
                parts);
    }

    @Override
    public Child assumingTarget() {
        return hasCondition || !(duties instanceof Duties.None)
                ? new RuleNode(rule, Constant.TRUE, condition, duties)
                : Verdict.of(effect);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a target that gained nothing answers itself
    public Child knowing(Known known) {
        var quicker = target.knowing(known);
        return quicker == target ? this : new RuleNode(rule, quicker, condition, duties);
    }
}
