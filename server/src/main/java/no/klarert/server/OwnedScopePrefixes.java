package no.klarert.server;

import java.util.Set;
import no.klarert.issuer.Organization;
import no.klarert.issuer.OrganizationStore;
import no.klarert.registry.ScopePrefixes;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.OrgNumber;

/** The prefixes organisations own with the issuer, as the registry asks for them. */
final class OwnedScopePrefixes implements ScopePrefixes {
    private final OrganizationStore organizations;

    OwnedScopePrefixes(OrganizationStore organizations) {
        this.organizations = organizations;
    }

    @Override
    public Set<String> ownedBy(Transaction transaction, OrgNumber organization) {
        return organizations
                .find(transaction, organization)
                .map(Organization::scopePrefixes)
                .orElse(Set.of());
    }
}
