package no.klarert.policy.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.klarert.policy.Explanation.Step;
import no.klarert.policy.PolicyIdentifier;
import no.klarert.policy.plan.Verdict.Kind;
import no.klarert.policy.syntax.PolicyReference;
import no.klarert.policy.syntax.PolicyTree;
import no.klarert.policy.syntax.Target;
import no.klarert.policy.value.BooleanValue;
import no.klarert.policy.value.Failure;
import no.klarert.policy.value.Result;
import no.klarert.policy.value.Shown;

/** A policy or policy set (XACML 3.0 §7.12–7.14). */
final class PolicyNode implements Child {
    static final Verdict TOO_MUCH = Verdict.indeterminate(Kind.INDETERMINATE_EITHER, Call.TOO_MUCH);

    private final PolicyTree tree;
    private final Node target;
    private final boolean hasTarget;
    private final Combiner combiner;
    private final boolean passesOn;
    private final Selection children;
    private final Duties onPermit;
    private final Duties onDeny;
    private final boolean hasDuties;

    PolicyNode(PolicyTree tree, Node target, Combiner combiner, Selection children, Duties onPermit, Duties onDeny) {
        this.tree = tree;
        this.target = target;
        this.hasTarget = !Constant.isTrue(target);
        this.combiner = combiner;
        this.passesOn = combiner.passesOn();
        this.children = children;
        this.onPermit = onPermit;
        this.onDeny = onDeny;
        this.hasDuties = !(onPermit instanceof Duties.None && onDeny instanceof Duties.None);
    }

    @Override
    public Verdict evaluate(Evaluation evaluation) {
        if (!hasTarget) {
            return withDuties(combined(evaluation), evaluation);
        }
        var applies = target.evaluate(evaluation);
        if (applies == BooleanValue.FALSE) {
            return Verdict.NOT_APPLICABLE;
        }
        var combined = combined(evaluation);
        return applies instanceof Failure failure ? doubtful(combined, failure) : withDuties(combined, evaluation);
    }

    private Verdict combined(Evaluation evaluation) {
        var selected = children.children(evaluation);
        if (!evaluation.spends(selected.length)) {
            return TOO_MUCH;
        }
        return selected.length == 1 && passesOn
                ? selected[0].evaluate(evaluation)
                : combiner.combine(selected, evaluation);
    }

    /** The same, in the quickest form there is. */
    Child quickest() {
        boolean findsOnly = !hasTarget && !hasDuties && passesOn;
        return findsOnly && children instanceof Index index ? new Directory(index, this) : this;
    }

    @Override
    public Result applies(Evaluation evaluation) {
        return target.evaluate(evaluation);
    }

    /** The verdict of a policy that may not apply at all (XACML 3.0 §7.14, table 7). */
    private static Verdict doubtful(Verdict combined, Failure failure) {
        return switch (combined.kind()) {
            case NOT_APPLICABLE -> combined;
            case PERMIT, INDETERMINATE_PERMIT -> Verdict.indeterminate(Kind.INDETERMINATE_PERMIT, failure);
            case DENY, INDETERMINATE_DENY -> Verdict.indeterminate(Kind.INDETERMINATE_DENY, failure);
            case INDETERMINATE_EITHER -> Verdict.indeterminate(Kind.INDETERMINATE_EITHER, failure);
        };
    }

    private Verdict withDuties(Verdict combined, Evaluation evaluation) {
        if (!hasDuties) {
            return combined;
        }
        return switch (combined.kind()) {
            case PERMIT -> onPermit.addTo(combined, evaluation);
            case DENY -> onDeny.addTo(combined, evaluation);
            case NOT_APPLICABLE, INDETERMINATE_PERMIT, INDETERMINATE_DENY, INDETERMINATE_EITHER -> combined;
        };
    }

    @Override
    public Step explain(Explaining why) {
        var verdict = evaluate(why.evaluation());
        var parts = new ArrayList<Step>();
        if (hasTarget) {
            parts.add(why.target(target, tree.target().map(Target::position).orElse(tree.position())));
        }
        if (target.evaluate(why.evaluation()) != BooleanValue.FALSE) {
            parts.addAll(explainChildren(why));
        }
        return Explaining.step(
                PolicyReference.Kind.of(tree).word() + " " + Shown.quoted(tree.id()),
                verdict.text(),
                verdict.because(),
                tree.position(),
                parts);
    }

    /** Those that the algorithm asked; the others are not applicable, or come after the decision was certain. */
    private List<Step> explainChildren(Explaining why) {
        var selected = Observed.all(children.shown(why.evaluation()));
        combiner.combine(selected, why.evaluation());
        var steps = new ArrayList<>(why.each(
                Stream.of(selected).filter(child -> child.said() != null).toList(), child -> child.explain(why)));
        long unasked = Stream.of(selected).filter(child -> child.said() == null).count();
        int left = children.all().length - selected.length;
        if (left > 0) {
            steps.add(Explaining.step(left + " others", "NotApplicable", children.demand(), Step.NOWHERE, List.of()));
        }
        if (unasked > 0) {
            steps.add(Explaining.step(
                    unasked + " others", "not looked at", "the decision was certain", Step.NOWHERE, List.of()));
        }
        return steps;
    }

    @Override
    public void name(Kind decided, Evaluation evaluation, List<PolicyIdentifier> into) {
        var selected = Observed.all(children.shown(evaluation));
        combiner.combine(selected, evaluation);
        for (var child : selected) {
            var said = child.said();
            if (said != null && said.kind() == decided) {
                child.child().name(decided, evaluation, into);
            }
        }
        into.add(new PolicyIdentifier(PolicyReference.Kind.of(tree), tree.id(), tree.version()));
    }

    @Override
    public Child assumingTarget() {
        return hasTarget ? new PolicyNode(tree, Constant.TRUE, combiner, children, onPermit, onDeny) : this;
    }

    @Override
    public Child knowing(Known known) {
        return known.once(this, () -> with(children.knowing(known)));
    }

    @SuppressWarnings("ReferenceEquality") // a selection that gained nothing answers itself
    private PolicyNode with(Selection selection) {
        return selection == children ? this : new PolicyNode(tree, target, combiner, selection, onPermit, onDeny);
    }
}
