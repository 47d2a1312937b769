package no.klarert.policy.check;

import java.util.List;
import no.klarert.policy.syntax.Rule;

/**
 * A rule as a dialect reads it: it applies when every demand is met and the condition is true. A demand is met by one of its
 * alternatives, an alternative by all of its comparisons.
 *
 * @param condition its shape; empty if it is always true
 * @param traits what else counts when rules are compared
 */
record RuleReading(Rule rule, List<List<List<Comparison>>> demands, List<Object> condition, Traits traits) {
    /**
     * What can be proved of a rule; no where it cannot.
     *
     * @param isCertain it never makes a decision Indeterminate, but for its duties
     * @param isFirm it applies, and without error, whenever its demands and its condition say so
     * @param namesRights rights are read from its alternatives, besides decisions
     * @param hasDuties it adds obligations or advice to decisions of its effect
     * @param hasCertainDuties its obligations and advice can be worked out for every request
     */
    record Traits(
            boolean isCertain, boolean isFirm, boolean namesRights, boolean hasDuties, boolean hasCertainDuties) {}

    /** Whether both give the same for every request, but for their effects and duties. */
    boolean isSameAs(RuleReading other) {
        return demands.equals(other.demands) && condition.equals(other.condition);
    }

    /** Whether this applies whenever the other does. May miss that it does. */
    boolean covers(RuleReading other) {
        return traits.isFirm()
                && (condition.isEmpty() || condition.equals(other.condition))
                && demands.stream().allMatch(demand -> other.demands.stream().anyMatch(met -> implies(met, demand)));
    }

    private static boolean implies(List<List<Comparison>> met, List<List<Comparison>> demand) {
        return met.stream().allMatch(held -> demand.stream().anyMatch(wanted -> isHeld(wanted, held)));
    }

    private static boolean isHeld(List<Comparison> wanted, List<Comparison> held) {
        return wanted.stream().allMatch(one -> held.stream().anyMatch(other -> other.implies(one)));
    }

    /** As {@link #covers}, and whatever rights the other names are named here as well. */
    boolean includes(RuleReading other) {
        return covers(other)
                && (!traits.namesRights()
                        || (demands.size() == other.demands.size()
                                && other.demands.stream()
                                        .allMatch(demand -> demands.stream().anyMatch(wide -> names(wide, demand)))));
    }

    private static boolean names(List<List<Comparison>> wide, List<List<Comparison>> demand) {
        return demand.stream()
                .allMatch(
                        held -> wide.stream().anyMatch(wanted -> wanted.size() == held.size() && isHeld(wanted, held)));
    }
}
