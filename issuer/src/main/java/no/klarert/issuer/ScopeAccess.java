package no.klarert.issuer;

import java.time.Instant;
import java.util.Set;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;

/** Whether an organisation may use a scope (Maskinporten §6.4). Only {@code APPROVED} gives tokens. */
public record ScopeAccess(ScopeName scope, OrgNumber consumer, State state, Instant created, Instant lastUpdated) {
    /** States of an access; a revoked one is {@code DENIED} and is kept. */
    public enum State {
        REQUESTED,
        APPROVED,
        DENIED;

        /** Every state. */
        public static final Set<State> ALL = Set.of(values());
    }
}
