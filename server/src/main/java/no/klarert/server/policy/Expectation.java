package no.klarert.server.policy;

import java.util.List;
import java.util.Optional;
import no.klarert.policy.DecisionValue;

/**
 * What a case expects of a decision. What is absent is not compared; an empty list means none.
 *
 * @param status the code
 */
record Expectation(
        DecisionValue decision,
        Optional<String> status,
        Optional<List<Duty>> obligations,
        Optional<List<Duty>> advice) {
    /** An obligation or a piece of advice; the order of its assignments does not matter. */
    record Duty(String id, Optional<List<Assignment>> assignments) {
        Duty {
            assignments = assignments.map(List::copyOf);
        }
    }

    /** One value that is assigned. */
    record Assignment(String attributeId, String value) {}
}
