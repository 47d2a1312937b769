package no.klarert.policy.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import no.klarert.policy.Advice;
import no.klarert.policy.AttributeAssignment;
import no.klarert.policy.Obligation;
import no.klarert.policy.syntax.Effect;
import no.klarert.policy.value.Failure;
import org.jspecify.annotations.Nullable;

/**
 * The obligations and advice of one rule or policy for one effect (XACML 3.0 §7.18). They are evaluated only when the owner has
 * that effect; one that fails makes the owner Indeterminate.
 */
interface Duties {
    /** The verdict of the owner, with these duties added or turned Indeterminate. */
    Verdict addTo(Verdict verdict, Evaluation evaluation);

    static Duties of(Effect effect, List<Duty> obligations, List<Duty> advice) {
        if (obligations.isEmpty() && advice.isEmpty()) {
            return new None();
        }
        var computed = new Computed(effect, obligations, advice);
        boolean fixed =
                obligations.stream().allMatch(Duty::isFixed) && advice.stream().allMatch(Duty::isFixed);
        return fixed ? new Fixed(computed.addTo(Verdict.of(effect), Evaluation.OF_CONSTANTS)) : computed;
    }

    /** Nothing to add. */
    record None() implements Duties {
        @Override
        public Verdict addTo(Verdict verdict, Evaluation evaluation) {
            return verdict;
        }
    }

    /** The same for every request. */
    record Fixed(Verdict alone) implements Duties {
        @Override
        public Verdict addTo(Verdict verdict, Evaluation evaluation) {
            return verdict.isBare() || alone.isIndeterminate()
                    ? alone
                    : verdict.and(alone.obligations(), alone.advice());
        }
    }

    /** With values of the request. */
    record Computed(Effect effect, List<Duty> obligations, List<Duty> advice) implements Duties {
        public Computed {
            obligations = List.copyOf(obligations);
            advice = List.copyOf(advice);
        }

        @Override
        public Verdict addTo(Verdict verdict, Evaluation evaluation) {
            var fulfilled = new ArrayList<Obligation>(obligations.size());
            var failure = evaluate(obligations, Obligation::new, fulfilled, evaluation);
            var advised = new ArrayList<Advice>(advice.size());
            if (failure == null) {
                failure = evaluate(advice, Advice::new, advised, evaluation);
            }
            return failure == null
                    ? verdict.and(List.copyOf(fulfilled), List.copyOf(advised))
                    : Verdict.indeterminate(effect, failure);
        }

        private static <T> @Nullable Failure evaluate(
                List<Duty> duties,
                BiFunction<String, List<AttributeAssignment>, T> making,
                List<T> into,
                Evaluation evaluation) {
            for (var duty : duties) {
                var assignments = new ArrayList<AttributeAssignment>();
                var failure = duty.evaluate(evaluation, assignments);
                if (failure != null) {
                    return failure;
                }
                into.add(making.apply(duty.id(), assignments));
            }
            return null;
        }
    }
}
