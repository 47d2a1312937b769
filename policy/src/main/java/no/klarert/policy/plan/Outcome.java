package no.klarert.policy.plan;

/** What a test of Altinn's target logic gives (Altinn decision service §6.2). */
enum Outcome {
    HOLDS,
    FAILS,
    /** An attribute that must be present is not. */
    MISSING,
    /** Something was reached that this dialect cannot work with: the whole decision is Indeterminate. */
    BROKEN
}
