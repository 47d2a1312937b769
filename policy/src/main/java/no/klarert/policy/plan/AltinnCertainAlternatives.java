package no.klarert.policy.plan;

import java.util.List;
import no.klarert.policy.Explanation.Step;

/** {@link AltinnAlternatives} where nothing can be missing or broken: the first that holds settles it. */
final class AltinnCertainAlternatives implements AltinnTest {
    private final AltinnTest[][] alternatives;

    AltinnCertainAlternatives(List<List<AltinnTest>> alternatives) {
        this.alternatives = alternatives.stream()
                .map(alternative -> alternative.toArray(AltinnTest[]::new))
                .toArray(AltinnTest[][]::new);
    }

    @Override
    public Outcome test(AltinnEvaluation evaluation) {
        for (var alternative : alternatives) {
            if (all(alternative, evaluation)) {
                return Outcome.HOLDS;
            }
        }
        return Outcome.FAILS;
    }

    private static boolean all(AltinnTest[] matches, AltinnEvaluation evaluation) {
        for (var match : matches) {
            if (match.test(evaluation) == Outcome.FAILS) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean isCertain() {
        return true;
    }

    @Override
    public Step explain(AltinnEvaluation evaluation) {
        return AltinnExplaining.alternatives(this, alternatives, evaluation);
    }
}
