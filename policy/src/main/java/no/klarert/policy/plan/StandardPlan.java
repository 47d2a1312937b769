package no.klarert.policy.plan;

import java.util.ArrayList;
import java.util.List;
import no.klarert.policy.Decision;
import no.klarert.policy.Explanation.Step;
import no.klarert.policy.PolicyIdentifier;
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

    @Override
    public List<PolicyIdentifier> applicable(RequestIndex request) {
        var kind = verdict(request).kind();
        var policies = new ArrayList<PolicyIdentifier>();
        if (kind == Kind.PERMIT || kind == Kind.DENY) {
            root.name(kind, Evaluation.told(request, slots), policies);
        }
        return policies.stream().distinct().toList();
    }

    @Override
    public Step explain(RequestIndex request) {
        var malformed = request.malformed();
        return malformed == null
                ? root.explain(new Explaining(Evaluation.told(request, slots)))
                : Verdict.indeterminate(Kind.INDETERMINATE_EITHER, malformed)
                        .explain(new Explaining(Evaluation.OF_CONSTANTS));
    }
}
