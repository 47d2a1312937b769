package no.klarert.policy.plan;

import java.util.List;
import no.klarert.policy.Explanation.Step;
import no.klarert.policy.PolicyIdentifier;
import no.klarert.policy.value.BooleanValue;
import no.klarert.policy.value.Result;

/** What a combining algorithm combines. */
interface Child {
    Verdict evaluate(Evaluation evaluation);

    /** What it says, and why. */
    Step explain(Explaining why);

    /** Adds the policies that led to a decision of this kind, if it is the decision here: what is inside before what holds it. */
    default void name(Verdict.Kind decided, Evaluation evaluation, List<PolicyIdentifier> into) {}

    /** Whether its target matches: truth or a failure. */
    default Result applies(Evaluation evaluation) {
        return BooleanValue.TRUE;
    }

    /** Whether it can say nothing but this, without duties, and that it is not applicable. */
    default boolean canOnlySay(Verdict.Kind kind) {
        return false;
    }

    /** The same, for where its target is known to match. */
    default Child assumingTarget() {
        return this;
    }

    /** The same, for requests that are known to have a text; itself if that makes nothing quicker. */
    default Child knowing(Known known) {
        return this;
    }
}
