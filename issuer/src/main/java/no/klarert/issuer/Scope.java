package no.klarert.issuer;

import java.time.Instant;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;

/** A scope (Maskinporten §6.2). Never physically deleted: {@code active} false means no token is issued with it. */
public record Scope(
        ScopeName name,
        OrgNumber owner,
        ScopeSettings settings,
        boolean active,
        Instant created,
        Instant lastUpdated) {}
