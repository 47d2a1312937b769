package no.klarert.policy.reference;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import no.klarert.policy.DecisionValue;

/** What the reference came by: generators that no longer reach something would prove nothing about it. */
final class Coverage {
    private final Set<String> identifiers = new HashSet<>();
    private final Map<DecisionValue, Integer> decisions = new EnumMap<>(DecisionValue.class);

    /** Notes that a function was called, or that an algorithm combined something. */
    void met(String identifier) {
        identifiers.add(identifier);
    }

    void met(DecisionValue decision) {
        decisions.merge(decision, 1, Integer::sum);
    }

    Set<String> identifiers() {
        return identifiers;
    }

    Map<DecisionValue, Integer> decisions() {
        return decisions;
    }

    int total() {
        return decisions.values().stream().mapToInt(Integer::intValue).sum();
    }
}
