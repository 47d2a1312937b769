package no.klarert.policy.plan;

import java.util.Set;

/**
 * What an attribute must be for a child to be applicable: a promise that the child is not applicable when the attribute has values
 * and none of them is one of the texts.
 *
 * @param absentFails whether the child is not applicable either when the attribute has no values
 */
record Guard(Set<String> texts, boolean absentFails) {
    Guard {
        texts = Set.copyOf(texts);
    }
}
