package no.klarert.server;

import no.klarert.pdp.AccessListModes;
import no.klarert.registry.ResourceStore;
import no.klarert.registry.ServiceResource.AccessListMode;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.ResourceId;

/** Which of the registry's resources ask for membership in an access list. */
final class RegistryAccessListModes implements AccessListModes {
    private final ResourceStore resources;

    RegistryAccessListModes(ResourceStore resources) {
        this.resources = resources;
    }

    @Override
    public boolean isRestricted(Transaction transaction, ResourceId resource) {
        return resources
                .latest(transaction, resource)
                .filter(version -> version.resource().accessListMode() == AccessListMode.ENABLED)
                .isPresent();
    }
}
