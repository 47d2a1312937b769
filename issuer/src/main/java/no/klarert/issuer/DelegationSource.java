package no.klarert.issuer;

import java.time.Instant;

/** A register whose delegations a scope may rely on (Maskinporten §8.2), such as {@code altinn}. */
public record DelegationSource(String name, String issuer, Instant created) {}
