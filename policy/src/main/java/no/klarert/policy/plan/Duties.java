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
record Duties(Effect effect, List<Duty> obligations, List<Duty> advice) {
    Duties {
        obligations = List.copyOf(obligations);
        advice = List.copyOf(advice);
    }

    /** The verdict of the owner, with these duties added or turned Indeterminate. */
    Verdict addTo(Verdict verdict, Evaluation evaluation) {
        if (obligations.isEmpty() && advice.isEmpty()) {
            return verdict;
        }
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
