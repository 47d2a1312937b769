package no.klarert.policy.check;

import no.klarert.policy.syntax.Rule;

/** What a dialect knows of how two rules of one policy relate. Whatever cannot be proved is answered no. */
interface RuleReading {
    /** Whether both give the same for every request, but for their effects and duties. */
    boolean isSame(Rule one, Rule other);

    /** Whether a rule applies, and without error, whenever the other applies. */
    boolean covers(Rule wide, Rule narrow);

    /**
     * Whether a rule says all that the other says: as {@link #covers}, and whatever else is read from rules can be read from it
     * as well.
     */
    boolean includes(Rule wide, Rule narrow);

    /** Whether a rule never makes a decision Indeterminate, but for its duties. */
    boolean isCertain(Rule rule);

    /** Whether a rule adds obligations or advice to decisions of its effect. */
    boolean hasDuties(Rule rule);

    /** Whether obligations and advice of a rule can be worked out for every request. */
    boolean hasCertainDuties(Rule rule);
}
