package no.klarert.policy.plan;

import no.klarert.policy.Decision;

/** A policy as nodes. Immutable; {@link #evaluate} is pure and throws nothing. */
public interface Plan {
    Decision evaluate(RequestIndex request);
}
