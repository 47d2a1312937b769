package no.klarert.access;

import java.util.Optional;
import no.klarert.vocabulary.AccessPackage;

/**
 * A package that comes with a role (access packages and roles §3.1).
 *
 * @param unitType the only form of organisation for which it does; empty for every party
 * @param hasAccess the holder of the role may use the package
 * @param canDelegate the holder of the role may give the package on
 */
public record RolePackage(
        AccessPackage accessPackage, Optional<String> unitType, boolean hasAccess, boolean canDelegate) {

    /** Whether it comes with the role when {@code from} is the party the role is held for. */
    boolean appliesTo(Party from) {
        return unitType.isEmpty()
                || (from instanceof Party.Organization o && unitType.get().equals(o.unitType()));
    }
}
