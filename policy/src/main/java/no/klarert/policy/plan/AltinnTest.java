package no.klarert.policy.plan;

import java.util.List;
import no.klarert.policy.Explanation.Step;

/** A test of a request. Nodes of Altinn's target logic give {@link Outcome}s where the standard's give truth or failures. */
interface AltinnTest {
    AltinnTest ALWAYS = new Always();

    Outcome test(AltinnEvaluation evaluation);

    /** What it demands, what it comes to, and why. */
    Step explain(AltinnEvaluation evaluation);

    /** Whether the outcome is always {@code HOLDS} or {@code FAILS}, so that tests can cut each other short unnoticed. */
    boolean isCertain();

    /** What a rule without a target, or without a category in it, demands. */
    record Always() implements AltinnTest {
        @Override
        public Outcome test(AltinnEvaluation evaluation) {
            return Outcome.HOLDS;
        }

        @Override
        public Step explain(AltinnEvaluation evaluation) {
            return AltinnExplaining.step("anything", Outcome.HOLDS, "", List.of());
        }

        @Override
        public boolean isCertain() {
            return true;
        }
    }
}
