package no.klarert.policy.plan;

import no.klarert.policy.Decision;
import no.klarert.policy.RequestAttribute;
import no.klarert.policy.Status;
import no.klarert.policy.plan.Verdict.Kind;
import no.klarert.policy.value.DataType;
import no.klarert.policy.value.Failure;

/** A policy that is evaluated as XACML 3.0 says. */
final class StandardPlan implements Plan {
    private final Child root;
    private final int slots;
    private final int variables;

    StandardPlan(Child root, int slots, int variables) {
        this.root = root;
        this.slots = slots;
        this.variables = variables;
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
        for (var attribute : request.typed()) {
            if (isMalformed(attribute)) {
                var id = attribute.name().id();
                return Verdict.indeterminate(
                        Kind.INDETERMINATE_EITHER, Failure.syntax("a value of `" + id + "` is malformed"));
            }
        }
        return root.evaluate(new Evaluation(request, slots, variables));
    }

    private static boolean isMalformed(RequestAttribute attribute) {
        return DataType.of(attribute.dataType())
                .filter(type -> type.parse(attribute.value()).isEmpty())
                .isPresent();
    }
}
