package no.klarert.policy;

import no.klarert.policy.syntax.PolicyReference;

/** A policy or policy set that led to a decision, as an answer names it (XACML 3.0 §5.48). */
public record PolicyIdentifier(PolicyReference.Kind kind, String id, String version) {}
