package no.klarert.policy.plan;

import no.klarert.policy.plan.Verdict.Kind;
import no.klarert.policy.syntax.PolicyTree;
import no.klarert.policy.value.BooleanValue;
import no.klarert.policy.value.Failure;
import no.klarert.policy.value.Result;

/** A policy or policy set (XACML 3.0 §7.12–7.14). */
final class PolicyNode implements Child {
    private final PolicyTree tree;
    private final Node target;
    private final Combiner combiner;
    private final Selection children;
    private final Duties onPermit;
    private final Duties onDeny;

    PolicyNode(PolicyTree tree, Node target, Combiner combiner, Selection children, Duties onPermit, Duties onDeny) {
        this.tree = tree;
        this.target = target;
        this.combiner = combiner;
        this.children = children;
        this.onPermit = onPermit;
        this.onDeny = onDeny;
    }

    @Override
    public Verdict evaluate(Evaluation evaluation) {
        var applies = target.evaluate(evaluation);
        if (applies == BooleanValue.FALSE) {
            return Verdict.NOT_APPLICABLE;
        }
        var combined = combiner.combine(children.children(evaluation), evaluation);
        return applies instanceof Failure failure ? doubtful(combined, failure) : withDuties(combined, evaluation);
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
        return switch (combined.kind()) {
            case PERMIT -> onPermit.addTo(combined, evaluation);
            case DENY -> onDeny.addTo(combined, evaluation);
            case NOT_APPLICABLE, INDETERMINATE_PERMIT, INDETERMINATE_DENY, INDETERMINATE_EITHER -> combined;
        };
    }
}
