package no.klarert.policy.plan;

import java.util.List;
import no.klarert.policy.Explanation.Step;
import no.klarert.policy.plan.Verdict.Kind;
import no.klarert.policy.syntax.PolicyReference;
import no.klarert.policy.value.Failure;
import no.klarert.policy.value.Result;

/** A reference that leads nowhere: an error only for the decisions that reach it (XACML 3.0 §7.15). */
record UnresolvedReference(Failure failure) implements Child {
    UnresolvedReference(PolicyReference reference) {
        this(Failure.processing("the policy `" + reference.id() + "` is not known"));
    }

    @Override
    public Verdict evaluate(Evaluation evaluation) {
        return Verdict.indeterminate(Kind.INDETERMINATE_EITHER, failure);
    }

    @Override
    public Result applies(Evaluation evaluation) {
        return failure;
    }

    @Override
    public Step explain(Explaining why) {
        var verdict = evaluate(why.evaluation());
        return Explaining.step("reference", verdict.text(), verdict.because(), Step.NOWHERE, List.of());
    }
}
