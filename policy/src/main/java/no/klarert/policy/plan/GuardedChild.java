package no.klarert.policy.plan;

import java.util.Collection;
import java.util.List;

/**
 * A child as it is being planned.
 *
 * @param whole when it is not applicable
 * @param target when its target does not match
 */
record GuardedChild(Child child, Guards whole, Guards target) {
    /** What allows the parent's algorithm to leave the child out. */
    Guards guards(Combiner parent) {
        return parent.looksAtTargets() ? target : whole;
    }

    /** When something that combines children is not applicable, its own target aside. */
    static Guards combined(Combiner combiner, List<GuardedChild> children) {
        return combiner.isSilentAlone()
                ? Guards.any(
                        children.stream().map(child -> child.guards(combiner)).toList())
                : Guards.NONE;
    }

    /** What to ask instead, where these clauses have been tested. */
    Child tested(Collection<Clause> clauses) {
        boolean completely = target.exact() && clauses.containsAll(target.clauses());
        return completely ? child.assumingTarget() : child;
    }
}
