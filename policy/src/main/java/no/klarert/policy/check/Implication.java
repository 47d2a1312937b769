package no.klarert.policy.check;

import java.util.Collection;

/** Whether one conjunction of comparisons follows from another. */
final class Implication {
    private Implication() {}

    /** Whether each demand is one that holds already. May miss that it is. */
    static boolean of(Collection<Comparison> holding, Collection<Comparison> demands) {
        return demands.stream().allMatch(demand -> holding.stream().anyMatch(held -> held.implies(demand)));
    }
}
