package no.klarert.policy;

/** A policy or policy set that was applicable to a request, as an answer names it (XACML 3.0 §5.48). */
public record PolicyIdentifier(Kind kind, String id, String version) {
    /** What the identifier names. */
    public enum Kind {
        POLICY,
        POLICY_SET
    }
}
