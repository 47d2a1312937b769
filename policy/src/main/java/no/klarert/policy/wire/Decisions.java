package no.klarert.policy.wire;

import java.util.List;
import no.klarert.policy.AttributeSources;
import no.klarert.policy.CompiledPolicy;
import no.klarert.policy.Decision;
import no.klarert.policy.DecisionValue;
import no.klarert.policy.Issue;
import no.klarert.policy.Status;
import no.klarert.policy.Xacml;

/** Answers what arrived in one document: one decision per individual request, or one for all. */
public final class Decisions {
    private static final Status DIFFERENT = new Status(
            Xacml.STATUS_PROCESSING_ERROR, "the individual decisions differ, or carry obligations or advice");

    private Decisions() {}

    /**
     * One decision per individual request, in their order; or, if a combined decision is asked for, one that is common to all
     * and carries nothing but its status (Multiple Decision Profile 1.0 §3). Without a common one that is Indeterminate with
     * {@code processing-error}. The work that all of them may take is bounded; those for which none is left are Indeterminate with
     * that status as well.
     */
    public static List<Decision> of(DecisionRequest request, CompiledPolicy policy, AttributeSources sources) {
        var decisions = decide(request, policy, sources);
        return request.combinedDecision() ? List.of(combined(decisions)) : decisions;
    }

    /** The answer to a document that is not a request (XACML 3.0 §7.19.2). */
    public static Decision refused(List<Issue> issues) {
        return indeterminate(
                new Status(Xacml.STATUS_SYNTAX_ERROR, issues.getFirst().toString()));
    }

    /** The only place where it matters whether the answer names the applicable policies. */
    private static List<Decision> decide(DecisionRequest request, CompiledPolicy policy, AttributeSources sources) {
        return request.returnPolicyIds()
                ? sources.evaluateAllNamingPolicies(policy, request.individual())
                : sources.evaluateAll(policy, request.individual());
    }

    private static Decision combined(List<Decision> decisions) {
        var first = decisions.getFirst();
        boolean agree = decisions.stream()
                .allMatch(each -> each.value() == first.value()
                        && each.obligations().isEmpty()
                        && each.advice().isEmpty());
        return agree ? bare(first.value(), first.status()) : indeterminate(DIFFERENT);
    }

    private static Decision indeterminate(Status status) {
        return bare(DecisionValue.INDETERMINATE, status);
    }

    private static Decision bare(DecisionValue value, Status status) {
        return new Decision(value, status, List.of(), List.of(), List.of());
    }
}
