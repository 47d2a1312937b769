package no.klarert.policy.plan;

/**
 * What one plan may still be made quicker by, text by text: a bound for policies with very many texts above very many rules. Beyond
 * it the plan says the same, and tries a match again that is known to hold. Never shared between threads.
 */
final class Preparation {
    /** Enough for a hundred thousand policies of ten rules; some tenths of a second, and about as much memory as such policies. */
    static final int MOST_NODES = 1_000_000;

    private int left;

    Preparation() {
        this(MOST_NODES);
    }

    Preparation(int nodes) {
        this.left = nodes;
    }

    /** Counts nodes; false if there have been too many. */
    boolean mayLookAt(int nodes) {
        left = Math.max(left - nodes, 0);
        return left > 0;
    }

    int left() {
        return left;
    }
}
