package no.klarert.server;

import java.util.Optional;
import no.klarert.access.Catalog;
import no.klarert.registry.ResourceStore;
import no.klarert.storage.Transaction;
import no.klarert.systemuser.Offerings;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.ResourceId;

/** What systems can offer: the registry's resources and the catalogue's packages. */
final class OfferedAccess implements Offerings {
    private final ResourceStore resources;
    private final Catalog catalog;

    OfferedAccess(ResourceStore resources, Catalog catalog) {
        this.resources = resources;
        this.catalog = catalog;
    }

    @Override
    public Optional<Boolean> canBeGiven(Transaction transaction, ResourceId resource) {
        return resources
                .latest(transaction, resource)
                .map(version -> version.resource().type().canBeGivenToSystemUsers());
    }

    @Override
    public Optional<PackageTraits> packageTraits(AccessPackage accessPackage) {
        return catalog.accessPackage(accessPackage)
                .map(entry -> new PackageTraits(entry.assignable(), entry.delegable()));
    }
}
