package no.klarert.policy.plan;

import no.klarert.policy.Decision;
import no.klarert.policy.Explanation;

/** A policy as nodes. Immutable; every method is pure and throws nothing. */
public interface Plan {
    Decision evaluate(RequestIndex request);

    /** The same for one request of several; Indeterminate if they take more work than they may. */
    Decision evaluate(RequestIndex request, Allowance allowance);

    /** The same, and which policies led to it; Indeterminate also if they cannot all be named. */
    Decision evaluateNamingPolicies(RequestIndex request, Allowance allowance);

    /** How what {@link #evaluate} answers comes about. */
    Explanation.Step explain(RequestIndex request);
}
