package no.klarert.policy.plan;

import no.klarert.policy.plan.Verdict.Kind;
import org.jspecify.annotations.Nullable;

/** Deny-overrides of XACML 1.0 and 1.1 for policies (XACML 3.0 §C.11): a policy in error denies. */
record LegacyPolicyDenyOverrides() implements Combiner {
    @Override
    public Verdict combine(Child[] children, Evaluation evaluation) {
        @Nullable Verdict permitted = null;
        for (var child : children) {
            var verdict = child.evaluate(evaluation);
            if (verdict.kind() == Kind.DENY) {
                return verdict;
            }
            if (verdict.isIndeterminate()) {
                return Verdict.DENY;
            }
            if (verdict.kind() == Kind.PERMIT) {
                permitted = permitted == null ? verdict : permitted.and(verdict.obligations(), verdict.advice());
            }
        }
        return permitted == null ? Verdict.NOT_APPLICABLE : permitted;
    }
}
