package no.klarert.policy.plan;

import no.klarert.policy.value.BooleanValue;
import no.klarert.policy.value.Result;

/** A result known when the policy was planned. */
record Constant(Result result) implements Node {
    static final Constant TRUE = new Constant(BooleanValue.TRUE);

    @Override
    public Result evaluate(Evaluation evaluation) {
        return result;
    }
}
