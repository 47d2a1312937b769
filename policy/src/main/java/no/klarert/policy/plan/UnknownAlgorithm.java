package no.klarert.policy.plan;

import no.klarert.policy.Status;
import no.klarert.policy.Xacml;
import no.klarert.policy.value.Failure;

/** What Altinn's dialect makes of a combining algorithm it does not know: always Indeterminate, with status ok. */
record UnknownAlgorithm() implements Combiner {
    private static final Verdict UNDECIDED = Verdict.indeterminate(
            Verdict.Kind.INDETERMINATE_EITHER,
            new Failure(new Status(Xacml.STATUS_OK, "the combining algorithm is not known")));

    @Override
    public Verdict combine(Child[] children, Evaluation evaluation) {
        return UNDECIDED;
    }
}
