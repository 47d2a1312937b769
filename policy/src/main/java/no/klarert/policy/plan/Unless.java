package no.klarert.policy.plan;

/** Deny-unless-permit and permit-unless-deny (XACML 3.0 §C.6–C.7): never NotApplicable, never Indeterminate. */
record Unless(Verdict wanted, Verdict otherwise) implements Combiner {
    static final Unless DENY_UNLESS_PERMIT = new Unless(Verdict.PERMIT, Verdict.DENY);
    static final Unless PERMIT_UNLESS_DENY = new Unless(Verdict.DENY, Verdict.PERMIT);

    @Override
    public Verdict combine(Child[] children, Evaluation evaluation) {
        var soFar = otherwise;
        for (var child : children) {
            var verdict = child.evaluate(evaluation);
            if (verdict.kind() == wanted.kind()) {
                return verdict;
            }
            if (verdict.kind() == otherwise.kind()) {
                soFar = soFar.and(verdict.obligations(), verdict.advice());
            }
        }
        return soFar;
    }

    @Override
    public boolean isSilentAlone() {
        return false;
    }
}
