package no.klarert.systemuser;

import java.util.Optional;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.ResourceId;

/** What can be given to system users: resources in the registry, and access packages. */
public interface Offerings {
    /** Whether rights on the resource may be given to system users; empty if there is no such resource. */
    Optional<Boolean> canBeGiven(Transaction transaction, ResourceId resource);

    Optional<PackageTraits> packageTraits(AccessPackage accessPackage);

    /**
     * In which ways a package can be given.
     *
     * @param assignable may be given directly
     * @param delegable may be passed on for clients
     */
    record PackageTraits(boolean assignable, boolean delegable) {}
}
