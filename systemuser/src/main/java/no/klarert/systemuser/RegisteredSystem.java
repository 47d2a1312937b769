package no.klarert.systemuser;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.LocalizedText;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.SystemId;

/** A vendor's system in the register (system user API §5.1). Its id is never reused, not even after deletion. */
public record RegisteredSystem(
        UUID internalId,
        SystemId id,
        OrgNumber vendor,
        LocalizedText name,
        LocalizedText description,
        List<Right> rights,
        List<AccessPackage> accessPackages,
        List<ClientId> clientIds,
        boolean visible,
        List<String> allowedRedirectUrls,
        boolean deleted,
        Instant created) {
    public RegisteredSystem {
        rights = List.copyOf(rights);
        accessPackages = List.copyOf(accessPackages);
        clientIds = List.copyOf(clientIds);
        allowedRedirectUrls = List.copyOf(allowedRedirectUrls);
    }
}
