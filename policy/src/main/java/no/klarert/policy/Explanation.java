package no.klarert.policy;

import java.util.List;
import no.klarert.policy.syntax.Position;

/**
 * How a decision came about, for people. It holds values of the request: show it only to those who may see them.
 *
 * @param decision what {@link CompiledPolicy#evaluate} answers to the same request
 * @param root the policy or policy set
 */
public record Explanation(Decision decision, Step root) {
    /**
     * One thing that was looked at, and what came of it.
     *
     * @param what the element and what it demands, in one line
     * @param outcome a decision for rules and policies, with the kind of Indeterminate; what a target or expression gave
     * @param because the values of the request or the error that led to the outcome; may be empty
     * @param position where it stands in its source; line 0 where there is no single place
     * @param parts what it was made of, in document order
     */
    public record Step(String what, String outcome, String because, Position position, List<Step> parts) {
        /** The position of what stands in no single place. */
        public static final Position NOWHERE = new Position(0, 0);

        public Step {
            parts = List.copyOf(parts);
        }
    }
}
