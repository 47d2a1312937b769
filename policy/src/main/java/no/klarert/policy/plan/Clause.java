package no.klarert.policy.plan;

import java.util.Map;
import java.util.Set;

/**
 * One of the things a child demands: it is not applicable unless one of the guards admits the request. Each guard is of another
 * attribute.
 *
 * @param exact whether the part of the target that demands it matches whenever a guard admits the request
 */
record Clause(Map<TextKey, Guard> guards, boolean exact) {
    Clause {
        guards = Map.copyOf(guards);
    }

    Set<TextKey> keys() {
        return guards.keySet();
    }

    boolean isOf(TextKey key) {
        return guards.size() == 1 && guards.containsKey(key);
    }
}
