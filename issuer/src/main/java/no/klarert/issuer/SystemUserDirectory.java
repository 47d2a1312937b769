package no.klarert.issuer;

import java.util.Optional;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.SystemId;
import no.klarert.vocabulary.SystemUserId;

/** Where the issuer finds the system user a grant names (Maskinporten §3.4). */
public interface SystemUserDirectory {
    /**
     * The active system user of {@code owner} for an active system of {@code vendor} that lists {@code client}. Without an
     * external reference, the owner's organisation number is the reference.
     */
    Optional<Found> find(ClientId client, OrgNumber vendor, OrgNumber owner, Optional<String> externalRef);

    /** The system user and the system it belongs to. */
    record Found(SystemUserId systemUser, SystemId system) {}
}
