package no.klarert.policy.plan;

import java.util.ArrayList;
import no.klarert.policy.Decision;
import no.klarert.policy.Explanation.Step;
import no.klarert.policy.PolicyIdentifier;
import no.klarert.policy.Status;
import no.klarert.policy.plan.Verdict.Kind;
import no.klarert.policy.value.Failure;

/** A policy or policy set that is evaluated as XACML 3.0 says. */
final class StandardPlan implements Plan {
    private static final Verdict TOO_MUCH_TOGETHER =
            tooMuch("the decisions on one document take more work than they may");
    private static final Verdict TOO_MUCH_TO_NAME =
            tooMuch("naming the applicable policies takes more work than it may");

    private final Child root;
    private final int slots;

    StandardPlan(Child root, int slots) {
        this.root = root;
        this.slots = slots;
    }

    private static Verdict tooMuch(String message) {
        return Verdict.indeterminate(Kind.INDETERMINATE_EITHER, Failure.processing(message));
    }

    @Override
    public Decision evaluate(RequestIndex request) {
        var malformed = request.malformed();
        return decision(request, malformed == null ? verdict(new Evaluation(request, slots)) : malformed(malformed));
    }

    /** Once work was refused, no algorithm may make a decision of the errors that this left (XACML 3.0 §7.17). */
    private Verdict verdict(Evaluation evaluation) {
        var verdict = root.evaluate(evaluation);
        return evaluation.hasOverspent() ? PolicyNode.TOO_MUCH : verdict;
    }

    @Override
    public Decision evaluate(RequestIndex request, Allowance allowance) {
        return decision(request, verdict(request, allowance));
    }

    @Override
    public Decision evaluateNamingPolicies(RequestIndex request, Allowance allowance) {
        var verdict = verdict(request, allowance);
        var kind = verdict.kind();
        if (kind != Kind.PERMIT && kind != Kind.DENY) {
            return decision(request, verdict);
        }
        var policies = new ArrayList<PolicyIdentifier>();
        var telling = allowance.telling(request, slots);
        root.name(kind, telling, policies);
        return allowance.coversAll(telling)
                ? decision(request, verdict)
                        .withPolicies(policies.stream().distinct().toList())
                : decision(request, TOO_MUCH_TO_NAME);
    }

    private Verdict verdict(RequestIndex request, Allowance allowance) {
        var malformed = request.malformed();
        if (malformed != null) {
            return malformed(malformed);
        }
        var evaluation = allowance.deciding(request, slots);
        var verdict = verdict(evaluation);
        return allowance.covers(evaluation) ? verdict : TOO_MUCH_TOGETHER;
    }

    private static Decision decision(RequestIndex request, Verdict verdict) {
        var failure = verdict.failure();
        return new Decision(
                verdict.decision(),
                failure == null ? Status.OK : failure.status(),
                verdict.obligations(),
                verdict.advice(),
                request.echoed());
    }

    /** A request that holds a malformed value of a known type is in error as a whole (XACML 3.0 §7.19.2). */
    private static Verdict malformed(Failure why) {
        return Verdict.indeterminate(Kind.INDETERMINATE_EITHER, why);
    }

    @Override
    public Step explain(RequestIndex request) {
        var malformed = request.malformed();
        return malformed == null
                ? root.explain(new Explaining(Evaluation.told(request, slots)))
                : malformed(malformed).explain(new Explaining(Evaluation.OF_CONSTANTS));
    }
}
