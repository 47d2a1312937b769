package no.klarert.policy.plan;

import java.util.List;
import no.klarert.policy.Decision;
import no.klarert.policy.Explanation;
import no.klarert.policy.PolicyIdentifier;

/** A policy as nodes. Immutable; every method is pure and throws nothing. */
public interface Plan {
    Decision evaluate(RequestIndex request);

    /** The policies that led to what {@link #evaluate} answers. */
    List<PolicyIdentifier> applicable(RequestIndex request);

    /** How what {@link #evaluate} answers comes about. */
    Explanation.Step explain(RequestIndex request);
}
