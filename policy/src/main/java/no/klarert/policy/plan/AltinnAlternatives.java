package no.klarert.policy.plan;

import java.util.List;
import no.klarert.policy.Explanation.Step;

/**
 * The alternatives of one category: every {@code AllOf} that mentions it, each reduced to the matches of the category. All are
 * tried, in document order; see {@link no.klarert.policy.Dialect#ALTINN} for how missing attributes count.
 */
final class AltinnAlternatives implements AltinnTest {
    private final AltinnTest[][] alternatives;

    private AltinnAlternatives(List<List<AltinnTest>> alternatives) {
        this.alternatives = alternatives.stream()
                .map(alternative -> alternative.toArray(AltinnTest[]::new))
                .toArray(AltinnTest[][]::new);
    }

    static AltinnTest of(List<List<AltinnTest>> alternatives) {
        if (alternatives.isEmpty()) {
            return ALWAYS;
        }
        boolean certain = alternatives.stream().flatMap(List::stream).allMatch(AltinnTest::isCertain);
        return certain ? new AltinnCertainAlternatives(alternatives) : new AltinnAlternatives(alternatives);
    }

    @Override
    public Outcome test(AltinnEvaluation evaluation) {
        var soFar = Outcome.FAILS;
        for (var alternative : alternatives) {
            var outcome = all(alternative, evaluation);
            if (outcome == Outcome.BROKEN) {
                return outcome;
            }
            soFar = outcome == Outcome.FAILS ? soFar : outcome;
        }
        return soFar;
    }

    static Outcome all(AltinnTest[] matches, AltinnEvaluation evaluation) {
        var soFar = Outcome.HOLDS;
        for (var match : matches) {
            var outcome = match.test(evaluation);
            if (outcome == Outcome.BROKEN) {
                return outcome;
            }
            if (outcome == Outcome.MISSING || soFar == Outcome.HOLDS) {
                soFar = outcome;
            }
        }
        return soFar;
    }

    @Override
    public boolean isCertain() {
        return false;
    }

    @Override
    public Step explain(AltinnEvaluation evaluation) {
        return AltinnExplaining.alternatives(this, alternatives, evaluation);
    }
}
