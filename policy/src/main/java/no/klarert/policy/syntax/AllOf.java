package no.klarert.policy.syntax;

import java.util.List;

/** A conjunction in a target (XACML 3.0 §5.8): every match must hold. */
public record AllOf(Position position, List<Match> matches) {
    public AllOf {
        matches = List.copyOf(matches);
    }
}
