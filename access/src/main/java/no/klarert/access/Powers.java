package no.klarert.access;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.RoleCode;

/**
 * What a person may pass on for a party (access packages and roles §4.1).
 *
 * @param roles codes of roles whose rights may be passed on
 * @param packages packages that may be passed on, were they assignable
 */
record Powers(Set<RoleCode> roles, Set<AccessPackage> packages) {
    /** Holders of this package may pass on what the role of the same name may, without having it themselves. */
    private static final AccessPackage MAIN_ADMINISTRATOR = new AccessPackage("hovedadministrator");

    private static final RoleCode MAIN_ADMINISTRATOR_ROLE = new RoleCode("hovedadministrator");

    static Powers of(Transaction transaction, Catalog catalog, Connections connections, Party person, Party party) {
        Set<RoleCode> roles = new LinkedHashSet<>(connections.roles(transaction, party, person));
        Set<AccessPackage> packages = new TreeSet<>(connections.given(transaction, party, person));
        boolean appointed = packages.remove(MAIN_ADMINISTRATOR);
        roles.forEach(role -> addDelegable(catalog, role, party, packages));
        if (appointed || packages.contains(MAIN_ADMINISTRATOR)) {
            addDelegable(catalog, MAIN_ADMINISTRATOR_ROLE, party, packages);
            roles.addAll(catalog.withImplied(Set.of(MAIN_ADMINISTRATOR_ROLE)));
        }
        return new Powers(roles, packages);
    }

    /** A row bound to a form of organisation counts for that form only; the public service overlooks it here. */
    private static void addDelegable(Catalog catalog, RoleCode role, Party party, Set<AccessPackage> packages) {
        catalog.packagesOf(role).stream()
                .filter(entry -> entry.canDelegate() && entry.appliesTo(party))
                .map(RolePackage::accessPackage)
                .forEach(packages::add);
    }
}
