package no.klarert.policy.plan;

import no.klarert.policy.value.Bag;
import no.klarert.policy.value.Failure;
import no.klarert.policy.value.Result;

/** What the functions over bags ask of their arguments. */
final class Bags {
    /** The most combinations of values that one call tries; more are {@link #TOO_MANY}. */
    static final int MOST_COMBINATIONS = 100_000;

    static final Failure TOO_MANY = Failure.processing(
            "the bags are too large: more than " + MOST_COMBINATIONS + " combinations of their values");

    private Bags() {}

    /** Where the bag is. INVARIANT: the check demands that there is exactly one. */
    static int place(Result... arguments) {
        int place = 0;
        while (!(arguments[place] instanceof Bag)) {
            place++;
        }
        return place;
    }

    /** How many combinations of one value out of each bag there are, as far as it can be counted. */
    static long combinations(Result... arguments) {
        long count = 1;
        for (var argument : arguments) {
            int size = argument instanceof Bag bag ? bag.values().size() : 1;
            if (size == 0) {
                return 0;
            }
            count = Math.min(count * size, Integer.MAX_VALUE);
        }
        return count;
    }
}
