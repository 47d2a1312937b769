package no.klarert.policy.plan;

import java.util.List;
import no.klarert.policy.Explanation.Step;
import no.klarert.policy.value.BooleanValue;
import no.klarert.policy.value.Result;

/** A result known when the policy was planned. */
record Constant(Result result) implements Node {
    static final Constant TRUE = new Constant(BooleanValue.TRUE);

    /** Whether a node is true for every request, as a target or condition that is not there. */
    static boolean isTrue(Node node) {
        return node instanceof Constant constant && constant.result == BooleanValue.TRUE;
    }

    @Override
    public Result evaluate(Evaluation evaluation) {
        return result;
    }

    @Override
    public Step explain(Explaining why) {
        return why.value("literal", this, Step.NOWHERE, List.of());
    }
}
