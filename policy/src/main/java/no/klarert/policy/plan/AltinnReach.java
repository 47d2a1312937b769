package no.klarert.policy.plan;

import java.util.List;
import no.klarert.policy.Explanation.Step;

/** Whether a rule is about the resource and the action of a request. */
final class AltinnReach implements AltinnTest {
    private final AltinnTest resource;
    private final AltinnTest action;

    private AltinnReach(AltinnTest resource, AltinnTest action) {
        this.resource = resource;
        this.action = action;
    }

    static AltinnTest of(AltinnTest resource, AltinnTest action) {
        return resource.isCertain() && action.isCertain()
                ? new Certain(resource, action)
                : new AltinnReach(resource, action);
    }

    /** Both are tested whatever the first says: a missing attribute in either counts, unless both hold. */
    @Override
    public Outcome test(AltinnEvaluation evaluation) {
        var byResource = resource.test(evaluation);
        if (byResource == Outcome.BROKEN) {
            return byResource;
        }
        var byAction = action.test(evaluation);
        return byResource == Outcome.HOLDS || byAction == Outcome.BROKEN || byAction == Outcome.MISSING
                ? byAction
                : byResource;
    }

    @Override
    public Step explain(AltinnEvaluation evaluation) {
        return explain(this, resource, action, evaluation);
    }

    private static Step explain(AltinnTest whole, AltinnTest resource, AltinnTest action, AltinnEvaluation evaluation) {
        return AltinnExplaining.step(
                "resource and action",
                whole.test(evaluation),
                "",
                List.of(resource.explain(evaluation), action.explain(evaluation)));
    }

    @Override
    public boolean isCertain() {
        return false;
    }

    /** Where neither test can be missing anything. */
    private record Certain(AltinnTest resource, AltinnTest action) implements AltinnTest {
        @Override
        public Outcome test(AltinnEvaluation evaluation) {
            var byResource = resource.test(evaluation);
            return byResource == Outcome.HOLDS ? action.test(evaluation) : byResource;
        }

        @Override
        public Step explain(AltinnEvaluation evaluation) {
            return AltinnReach.explain(this, resource, action, evaluation);
        }

        @Override
        public boolean isCertain() {
            return true;
        }
    }
}
