package no.klarert.policy.plan;

import no.klarert.policy.Explanation.Step;
import no.klarert.policy.value.Result;

/** Something that can be evaluated. Targets and conditions are nodes that give truth or a failure. */
interface Node {
    Result evaluate(Evaluation evaluation);

    /** What it comes to, and why. */
    Step explain(Explaining why);

    /** Whether the result is never a failure. */
    default boolean isCertain() {
        return false;
    }

    /** The same, for requests that are known to have a text; itself if that makes nothing quicker. */
    default Node knowing(Known known) {
        return this;
    }
}
