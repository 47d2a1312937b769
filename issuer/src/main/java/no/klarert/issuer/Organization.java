package no.klarert.issuer;

import java.util.Set;
import no.klarert.vocabulary.OrgNumber;

/**
 * An organisation that takes part, with the scope prefixes it owns (Maskinporten §6.1). What else it may do follows from the
 * scopes it has been granted.
 */
public record Organization(OrgNumber number, String name, Set<String> scopePrefixes) {
    public Organization {
        scopePrefixes = Set.copyOf(scopePrefixes);
    }
}
