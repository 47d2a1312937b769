package no.klarert.policy.plan;

import java.util.Set;
import no.klarert.policy.AttributeName;

/** A plan and the attributes it looks at. */
public record Planned(Plan plan, Set<AttributeName> attributes) {
    public Planned {
        attributes = Set.copyOf(attributes);
    }
}
