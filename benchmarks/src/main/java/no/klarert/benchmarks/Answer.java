package no.klarert.benchmarks;

import java.util.Set;

/** A decision in words that both engines' answers can be put in. The order of obligations means nothing (XACML 3.0 §7.18). */
record Answer(String decision, Set<Duty> obligations) {
    Answer {
        obligations = Set.copyOf(obligations);
    }

    /** An obligation. */
    record Duty(String id, Set<Assignment> assignments) {
        Duty {
            assignments = Set.copyOf(assignments);
        }
    }

    /** One value of an obligation; an absent category is the empty string. */
    record Assignment(String id, String category, String dataType, String value) {}
}
