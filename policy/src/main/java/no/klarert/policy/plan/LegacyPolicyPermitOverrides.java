package no.klarert.policy.plan;

import no.klarert.policy.plan.Verdict.Kind;
import no.klarert.policy.value.Failure;
import org.jspecify.annotations.Nullable;

/** Permit-overrides of XACML 1.0 and 1.1 for policies (XACML 3.0 §C.13): a policy in error yields to one that denies. */
record LegacyPolicyPermitOverrides() implements Combiner {
    @Override
    public Verdict combine(Child[] children, Evaluation evaluation) {
        @Nullable Failure failure = null;
        @Nullable Verdict denied = null;
        for (var child : children) {
            var verdict = child.evaluate(evaluation);
            if (verdict.kind() == Kind.PERMIT) {
                return verdict;
            }
            if (verdict.isIndeterminate()) {
                failure = failure == null ? verdict.failure() : failure;
            } else if (verdict.kind() == Kind.DENY) {
                denied = denied == null ? verdict : denied.and(verdict.obligations(), verdict.advice());
            }
        }
        if (denied != null) {
            return denied;
        }
        return failure == null ? Verdict.NOT_APPLICABLE : Verdict.indeterminate(Kind.INDETERMINATE_EITHER, failure);
    }
}
