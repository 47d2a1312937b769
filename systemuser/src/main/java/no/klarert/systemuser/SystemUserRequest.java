package no.klarert.systemuser;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.ExternalRef;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.RequestId;
import no.klarert.vocabulary.SystemId;

/**
 * A vendor asks a customer for a system user of type {@code standard} (system user API §6.1).
 *
 * @param redirectUrl where the browser goes after the decision, unchanged
 * @param decision present exactly when the status is not {@code NEW}
 */
public record SystemUserRequest(
        RequestId id,
        Key key,
        String integrationTitle,
        List<Right> rights,
        List<AccessPackage> accessPackages,
        Optional<String> redirectUrl,
        RequestStatus status,
        Optional<Decision> decision,
        Instant created) {
    public SystemUserRequest {
        rights = List.copyOf(rights);
        accessPackages = List.copyOf(accessPackages);
    }

    /** What makes a request, and later its system user, unique among those not deleted (system user API §1). */
    public record Key(SystemId system, OrgNumber customer, ExternalRef externalRef) {}

    /**
     * Who answered, and when.
     *
     * @param by {@link no.klarert.storage.Actor#label()} of the person
     */
    public record Decision(String by, Instant at) {}
}
