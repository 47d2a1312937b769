package no.klarert.policy.plan;

import java.util.List;
import no.klarert.policy.Explanation.Step;
import no.klarert.policy.value.Shown;

/** One match of a target: some value of the literal's data type for which the function holds. */
final class AltinnMatch implements AltinnTest {
    private final Slot slot;
    private final AltinnComparison comparison;
    private final Outcome whenAbsent;

    AltinnMatch(Slot slot, AltinnComparison comparison, Outcome whenAbsent) {
        this.slot = slot;
        this.comparison = comparison;
        this.whenAbsent = whenAbsent;
    }

    @Override
    public Outcome test(AltinnEvaluation evaluation) {
        var texts = evaluation.texts(slot);
        if (texts.size() == 0 && whenAbsent != Outcome.FAILS) {
            // INVARIANT: an attribute with values of other data types only is present, it just does not match.
            return evaluation.request().has(slot.name()) ? Outcome.FAILS : whenAbsent;
        }
        for (int i = 0; i < texts.size(); i++) {
            var outcome = comparison.compare(texts.text(i), evaluation);
            if (outcome != Outcome.FAILS) {
                return outcome;
            }
        }
        return Outcome.FAILS;
    }

    @Override
    public boolean isCertain() {
        return whenAbsent == Outcome.FAILS && comparison.isCertain();
    }

    @Override
    public Step explain(AltinnEvaluation evaluation) {
        return AltinnExplaining.step(
                Shown.quoted(slot.name().id()) + " " + comparison.demand(),
                test(evaluation),
                Explaining.present(evaluation.texts(slot)),
                List.of());
    }
}
