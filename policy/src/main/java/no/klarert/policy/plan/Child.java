package no.klarert.policy.plan;

import no.klarert.policy.value.BooleanValue;
import no.klarert.policy.value.Result;

/** What a combining algorithm combines. */
interface Child {
    Verdict evaluate(Evaluation evaluation);

    /** Whether its target matches: truth or a failure. */
    default Result applies(Evaluation evaluation) {
        return BooleanValue.TRUE;
    }

    /** Whether it can say nothing but this, without duties, and that it is not applicable. */
    default boolean canOnlySay(Verdict.Kind kind) {
        return false;
    }
}
