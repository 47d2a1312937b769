package no.klarert.policy.value;

/** What evaluating an expression gives: one value, a bag of values, or an error. */
public sealed interface Result permits Value, Bag, Failure {}
