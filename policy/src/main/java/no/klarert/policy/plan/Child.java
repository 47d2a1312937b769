package no.klarert.policy.plan;

/** What a combining algorithm combines. */
interface Child {
    Verdict evaluate(Evaluation evaluation);
}
