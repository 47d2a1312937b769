package no.klarert.policy.plan;

import java.util.List;
import java.util.stream.Stream;
import no.klarert.policy.Explanation.Step;

/** Words for what the tests of Altinn's dialect come to. */
final class AltinnExplaining {
    private AltinnExplaining() {}

    static Step step(String what, Outcome outcome, String because, List<Step> parts) {
        return Explaining.step(what, text(outcome), because, Step.NOWHERE, parts);
    }

    private static String text(Outcome outcome) {
        return switch (outcome) {
            case HOLDS -> "matches";
            case FAILS -> "does not match";
            case MISSING -> "a required attribute is missing";
            case BROKEN -> "cannot be told";
        };
    }

    /** Alternatives, each of them one or more tests that must hold together. */
    static Step alternatives(AltinnTest whole, AltinnTest[][] alternatives, AltinnEvaluation evaluation) {
        var parts = Stream.of(alternatives)
                .map(tests -> conjunction(tests, evaluation))
                .toList();
        return parts.size() == 1 ? parts.get(0) : step("any of", whole.test(evaluation), "", parts);
    }

    private static Step conjunction(AltinnTest[] tests, AltinnEvaluation evaluation) {
        var parts = Stream.of(tests).map(test -> test.explain(evaluation)).toList();
        return parts.size() == 1 ? parts.get(0) : step("all of", AltinnAlternatives.all(tests, evaluation), "", parts);
    }
}
