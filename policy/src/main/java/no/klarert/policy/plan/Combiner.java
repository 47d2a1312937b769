package no.klarert.policy.plan;

/**
 * A combining algorithm (XACML 3.0 appendix C). Children are evaluated in document order, and only as far as needed.
 *
 * <p>INVARIANT: a child that is not applicable makes no difference, so that it may be left out.
 */
interface Combiner {
    Verdict combine(Child[] children, Evaluation evaluation);

    /** Whether nothing applicable means that the whole is not applicable. */
    default boolean isSilentAlone() {
        return true;
    }

    /** Whether the targets of the children count, not only what they say. */
    default boolean looksAtTargets() {
        return false;
    }

    /** Whether a child that is alone decides, whatever it says. */
    default boolean passesOn() {
        return false;
    }
}
