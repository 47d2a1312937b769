package no.klarert.issuer;

import no.klarert.vocabulary.OrgNumber;

/** An access together with the owner of its scope (Maskinporten §6.4). */
public record GrantedAccess(ScopeAccess access, OrgNumber owner) {}
