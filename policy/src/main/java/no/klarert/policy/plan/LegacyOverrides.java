package no.klarert.policy.plan;

import no.klarert.policy.plan.Verdict.Kind;
import no.klarert.policy.value.Failure;
import org.jspecify.annotations.Nullable;

/**
 * Deny-overrides and permit-overrides of XACML 1.0 and 1.1 for rules (XACML 3.0 §C.10–C.13). A rule in error that could have
 * given the overriding decision makes the whole Indeterminate; another error yields to the opposite decision.
 */
record LegacyOverrides(Kind winner, Kind maybeWinner) implements Combiner {
    static final LegacyOverrides DENY = new LegacyOverrides(Kind.DENY, Kind.INDETERMINATE_DENY);
    static final LegacyOverrides PERMIT = new LegacyOverrides(Kind.PERMIT, Kind.INDETERMINATE_PERMIT);

    @Override
    public Verdict combine(Child[] children, Evaluation evaluation) {
        boolean winnerPossible = false;
        @Nullable Failure failure = null;
        @Nullable Verdict decided = null;
        for (var child : children) {
            var verdict = child.evaluate(evaluation);
            if (verdict.kind() == winner) {
                return verdict;
            }
            winnerPossible |= verdict.kind() == maybeWinner;
            if (verdict.isIndeterminate()) {
                failure = failure == null ? verdict.failure() : failure;
            } else if (verdict.kind() != Kind.NOT_APPLICABLE) {
                decided = decided == null ? verdict : decided.and(verdict.obligations(), verdict.advice());
            }
        }
        if (decided != null && !winnerPossible) {
            return decided;
        }
        return failure == null ? Verdict.NOT_APPLICABLE : Verdict.indeterminate(Kind.INDETERMINATE_EITHER, failure);
    }
}
