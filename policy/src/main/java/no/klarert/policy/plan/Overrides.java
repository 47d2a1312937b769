package no.klarert.policy.plan;

import no.klarert.policy.plan.Verdict.Kind;
import no.klarert.policy.value.Failure;
import org.jspecify.annotations.Nullable;

/** Deny-overrides and permit-overrides, also in their ordered forms (XACML 3.0 §C.2–C.5). */
record Overrides(Kind winner, Kind loser, Kind maybeWinner, Kind maybeLoser) implements Combiner {
    static final Overrides DENY =
            new Overrides(Kind.DENY, Kind.PERMIT, Kind.INDETERMINATE_DENY, Kind.INDETERMINATE_PERMIT);
    static final Overrides PERMIT =
            new Overrides(Kind.PERMIT, Kind.DENY, Kind.INDETERMINATE_PERMIT, Kind.INDETERMINATE_DENY);

    @Override
    public Verdict combine(Child[] children, Evaluation evaluation) {
        var seen = new Seen(this);
        for (var child : children) {
            if (seen.lost != null && child.canOnlySay(loser)) {
                continue;
            }
            var verdict = child.evaluate(evaluation);
            if (verdict.kind() == winner) {
                return verdict;
            }
            seen.add(verdict);
        }
        return seen.combined();
    }

    @Override
    public boolean passesOn() {
        return true;
    }

    /** What the children have said, none of them what wins. */
    private static final class Seen {
        private final Overrides algorithm;
        private boolean either;
        private boolean maybeWinner;
        private boolean maybeLoser;
        private @Nullable Failure failure;

        /** The verdict of the losing kind, with the duties of all children that gave it. */
        private @Nullable Verdict lost;

        Seen(Overrides algorithm) {
            this.algorithm = algorithm;
        }

        void add(Verdict verdict) {
            if (verdict.isIndeterminate()) {
                failure = failure == null ? verdict.failure() : failure;
                either |= verdict.kind() == Kind.INDETERMINATE_EITHER;
                maybeWinner |= verdict.kind() == algorithm.maybeWinner;
                maybeLoser |= verdict.kind() == algorithm.maybeLoser;
            } else if (verdict.kind() == algorithm.loser) {
                lost = lost == null ? verdict : lost.and(verdict.obligations(), verdict.advice());
            }
        }

        Verdict combined() {
            if (either || (maybeWinner && (maybeLoser || lost != null))) {
                return Verdict.indeterminate(Kind.INDETERMINATE_EITHER, failure);
            }
            if (maybeWinner) {
                return Verdict.indeterminate(algorithm.maybeWinner, failure);
            }
            if (lost != null) {
                return lost;
            }
            return maybeLoser ? Verdict.indeterminate(algorithm.maybeLoser, failure) : Verdict.NOT_APPLICABLE;
        }
    }
}
