package no.klarert.policy.plan;

import no.klarert.policy.Decision;
import no.klarert.policy.Status;
import no.klarert.policy.plan.Verdict.Kind;

/** A policy or policy set that is evaluated as XACML 3.0 says. */
final class StandardPlan implements Plan {
    private final Child root;
    private final int slots;

    StandardPlan(Child root, int slots) {
        this.root = root;
        this.slots = slots;
    }

    @Override
    public Decision evaluate(RequestIndex request) {
        var verdict = verdict(request);
        var failure = verdict.failure();
        return new Decision(
                verdict.decision(),
                failure == null ? Status.OK : failure.status(),
                verdict.obligations(),
                verdict.advice(),
                request.echoed());
    }

    /** A request that holds a malformed value of a known type is in error as a whole (XACML 3.0 §7.19.2). */
    private Verdict verdict(RequestIndex request) {
        var malformed = request.malformed();
        return malformed == null
                ? root.evaluate(new Evaluation(request, slots))
                : Verdict.indeterminate(Kind.INDETERMINATE_EITHER, malformed);
    }
}
