package no.klarert.systemuser;

import java.time.Instant;
import java.util.List;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.SystemUserId;

/**
 * A system user (systembruker) of type {@code standard}: a vendor's system that acts for its owner (system user API §8.1).
 *
 * @param accessPackages the packages given at creation
 */
public record SystemUser(
        SystemUserId id,
        SystemUserRequest.Key key,
        PartyId owner,
        String integrationTitle,
        List<AccessPackage> accessPackages,
        Instant created) {
    public SystemUser {
        accessPackages = List.copyOf(accessPackages);
    }
}
