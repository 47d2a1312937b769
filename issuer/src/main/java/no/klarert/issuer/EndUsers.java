package no.klarert.issuer;

import java.util.Optional;
import no.klarert.vocabulary.PersonIdentifier;

/** Which people have a user profile: a port onto the register of parties. */
public interface EndUsers {
    /** The person of that identifier; empty if nobody has it, or has no user profile. */
    Optional<EndUser> find(PersonIdentifier identifier);
}
