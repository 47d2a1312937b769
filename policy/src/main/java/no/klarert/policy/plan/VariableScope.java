package no.klarert.policy.plan;

import java.util.List;
import no.klarert.policy.Explanation.Step;
import no.klarert.policy.PolicyIdentifier;
import no.klarert.policy.value.Result;

/** A policy with variables: each time it is evaluated it has their values for itself (XACML 3.0 §7.8). */
record VariableScope(int variables, Child policy) implements Child {
    @Override
    public Verdict evaluate(Evaluation evaluation) {
        return policy.evaluate(evaluation.withVariables(variables));
    }

    @Override
    public Result applies(Evaluation evaluation) {
        return policy.applies(evaluation);
    }

    @Override
    public Step explain(Explaining why) {
        return policy.explain(why.withVariables(variables));
    }

    @Override
    public void name(Verdict.Kind decided, Evaluation evaluation, List<PolicyIdentifier> into) {
        policy.name(decided, evaluation.withVariables(variables), into);
    }

    @Override
    public Child assumingTarget() {
        return new VariableScope(variables, policy.assumingTarget());
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a policy that gained nothing answers itself
    public Child knowing(Known known) {
        return known.once(this, () -> {
            var quicker = policy.knowing(known);
            return quicker == policy ? this : new VariableScope(variables, quicker);
        });
    }
}
