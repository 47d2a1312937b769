package no.klarert.systemuser;

import no.klarert.storage.Actor;
import no.klarert.vocabulary.OrgNumber;

/**
 * Who works in the system register.
 *
 * @param isAdministrator whether the caller may act for every vendor ({@code altinn:authentication/systemregister.admin})
 */
public record Registrar(Actor.OfOrganization actor, boolean isAdministrator) {
    /** Whether the caller may work on systems of the vendor (system user API §5.2, OWN). */
    boolean owns(OrgNumber vendor) {
        return isAdministrator || actor.organization().equals(vendor);
    }
}
