package no.klarert.policy;

import java.util.Set;
import no.klarert.policy.plan.Allowance;
import no.klarert.policy.plan.Planned;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.PolicyTree;

/**
 * A policy ready to answer. Immutable and safe for use by many threads; keep it and share it.
 *
 * <p>{@link #evaluate} looks nothing up by name, parses no part of the policy, reads no clock and throws nothing: an error is
 * a {@link Decision} that is Indeterminate, with the status of the first error met.
 */
public final class CompiledPolicy {
    private final PolicyTree source;
    private final Planned planned;

    CompiledPolicy(PolicyTree source, Planned planned) {
        this.source = source;
        this.planned = planned;
    }

    /** Answers a request. The same request always gives an equal answer. */
    public Decision evaluate(Request request) {
        return planned.plan().evaluate(request.index());
    }

    /**
     * Answers a request and names the policies and policy sets that led to a Permit or Deny (XACML 3.0 §5.48): those whose own
     * decision is that of the whole, and which were looked at to reach it. Other decisions name none. If naming them takes more
     * work than it may the decision is Indeterminate with {@code processing-error}.
     */
    public Decision evaluateNamingPolicies(Request request) {
        return evaluateNamingPolicies(request, new Allowance());
    }

    Decision evaluate(Request request, Allowance allowance) {
        return planned.plan().evaluate(request.index(), allowance);
    }

    Decision evaluateNamingPolicies(Request request, Allowance allowance) {
        return planned.plan().evaluateNamingPolicies(request.index(), allowance);
    }

    /** Answers a request and tells how the answer comes about. Takes many times as long as {@link #evaluate}. */
    public Explanation explain(Request request) {
        return new Explanation(evaluate(request), planned.plan().explain(request.index()));
    }

    /** The policy or policy set as it was read. */
    public PolicyTree source() {
        return source;
    }

    /**
     * The policy as it was read.
     *
     * @throws IllegalStateException if this is a policy set, which {@link Dialect#ALTINN} never is
     */
    public Policy policy() {
        return PolicyCompiler.single(source);
    }

    /**
     * Every attribute the policy can look at: those that the targets and conditions of its rules mention and, for
     * {@link Dialect#STANDARD}, also its own target, its variables, obligations and advice. What is not here need not be
     * looked up to answer.
     */
    public Set<AttributeName> attributes() {
        return planned.attributes();
    }
}
