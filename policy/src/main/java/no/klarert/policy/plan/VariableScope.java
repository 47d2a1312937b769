package no.klarert.policy.plan;

import no.klarert.policy.value.Result;

/** A policy with variables: each time it is evaluated it has their values for itself (XACML 3.0 §7.8). */
record VariableScope(int variables, PolicyNode policy) implements Child {
    @Override
    public Verdict evaluate(Evaluation evaluation) {
        return policy.evaluate(evaluation.withVariables(variables));
    }

    @Override
    public Result applies(Evaluation evaluation) {
        return policy.applies(evaluation);
    }
}
