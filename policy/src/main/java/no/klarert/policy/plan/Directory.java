package no.klarert.policy.plan;

import java.util.List;
import no.klarert.policy.Explanation.Step;
import no.klarert.policy.PolicyIdentifier;
import no.klarert.policy.value.Result;

/**
 * A policy set that does nothing but find the policies a request is about, as most sets of very many policies: without a target
 * or duties of its own, with an algorithm that lets a single policy decide. Where the index leaves one it is asked at once.
 */
record Directory(Index index, PolicyNode set) implements Child {
    @Override
    public Verdict evaluate(Evaluation evaluation) {
        var only = index.only(evaluation);
        return only != null && evaluation.spends(1) ? only.evaluate(evaluation) : set.evaluate(evaluation);
    }

    @Override
    public Result applies(Evaluation evaluation) {
        return set.applies(evaluation);
    }

    @Override
    public Step explain(Explaining why) {
        return set.explain(why);
    }

    @Override
    public void name(Verdict.Kind decided, Evaluation evaluation, List<PolicyIdentifier> into) {
        set.name(decided, evaluation, into);
    }
}
