package no.klarert.policy.syntax;

import java.util.List;

/** A target (XACML 3.0 §5.6): every {@code AnyOf} must match; an empty target matches. */
public record Target(Position position, List<AnyOf> anyOf) {
    public Target {
        anyOf = List.copyOf(anyOf);
    }
}
