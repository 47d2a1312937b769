package no.klarert.policy.plan;

/** First-applicable (XACML 3.0 §C.8): the first child that is not NotApplicable decides. */
record FirstApplicable() implements Combiner {
    @Override
    public Verdict combine(Child[] children, Evaluation evaluation) {
        for (var child : children) {
            var verdict = child.evaluate(evaluation);
            if (verdict.kind() != Verdict.Kind.NOT_APPLICABLE) {
                return verdict;
            }
        }
        return Verdict.NOT_APPLICABLE;
    }

    @Override
    public boolean passesOn() {
        return true;
    }
}
