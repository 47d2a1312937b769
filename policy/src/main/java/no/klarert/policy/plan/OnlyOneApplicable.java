package no.klarert.policy.plan;

import no.klarert.policy.plan.Verdict.Kind;
import no.klarert.policy.value.BooleanValue;
import no.klarert.policy.value.Failure;
import org.jspecify.annotations.Nullable;

/** Only-one-applicable (XACML 3.0 §C.9): the one child whose target matches decides; a second one is an error. */
record OnlyOneApplicable() implements Combiner {
    private static final Verdict SEVERAL =
            Verdict.indeterminate(Kind.INDETERMINATE_EITHER, Failure.processing("more than one policy is applicable"));

    @Override
    public Verdict combine(Child[] children, Evaluation evaluation) {
        @Nullable Child applicable = null;
        for (var child : children) {
            var applies = child.applies(evaluation);
            if (applies instanceof Failure failure) {
                return Verdict.indeterminate(Kind.INDETERMINATE_EITHER, failure);
            }
            if (applies == BooleanValue.TRUE && applicable != null) {
                return SEVERAL;
            }
            applicable = applies == BooleanValue.TRUE ? child : applicable;
        }
        return applicable == null ? Verdict.NOT_APPLICABLE : applicable.evaluate(evaluation);
    }

    /** A policy of which no rule applies is applicable all the same: only its target counts. */
    @Override
    public boolean looksAtTargets() {
        return true;
    }
}
