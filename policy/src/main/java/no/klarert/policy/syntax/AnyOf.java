package no.klarert.policy.syntax;

import java.util.List;

/** Alternatives of a target (XACML 3.0 §5.7): one {@code AllOf} must match. */
public record AnyOf(Position position, List<AllOf> allOf) {
    public AnyOf {
        allOf = List.copyOf(allOf);
    }
}
