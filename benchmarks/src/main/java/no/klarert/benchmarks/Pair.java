package no.klarert.benchmarks;

/** Two benchmarks that were run alternately. */
record Pair(Measurement ours, Measurement theirs) {
    /** How many times as long AuthzForce took. */
    double ratio() {
        return theirs.over(ours);
    }

    Pair and(Pair more) {
        return new Pair(ours.and(more.ours), theirs.and(more.theirs));
    }
}
