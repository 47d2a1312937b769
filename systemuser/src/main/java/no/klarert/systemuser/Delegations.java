package no.klarert.systemuser;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.SystemUserId;

/** Giving a customer's rights to a system user and taking them back. */
public interface Delegations {
    /** What of this the person may pass on for the customer, one answer for each, in order (system user API §10.1–10.2). */
    List<Check> check(
            Transaction transaction,
            EndUser person,
            Customers.Customer customer,
            Collection<ResourceId> resources,
            Collection<AccessPackage> accessPackages);

    /**
     * Gives every right on the resources that the person may pass on, and the packages. Throws {@link DelegationFailedException}
     * if there is a resource or package of which the person may pass on nothing.
     */
    void give(
            Transaction transaction,
            EndUser person,
            Customers.Customer customer,
            SystemUserId to,
            Collection<ResourceId> resources,
            Collection<AccessPackage> accessPackages,
            Instant at);

    /** What the customer has given the system user. */
    Holdings holdings(Transaction transaction, Customers.Customer customer, SystemUserId systemUser);

    /** Takes back everything the system user was given. */
    void takeAll(Transaction transaction, EndUser person, SystemUserId from, Instant at);

    /**
     * The answer for one resource or package.
     *
     * @param reason the first detail code, such as {@code RoleAccess} or {@code MissingRoleAccess}
     */
    record Check(Subject subject, boolean delegable, String reason) {}

    /** What is to be passed on. */
    sealed interface Subject {
        record OfResource(ResourceId resource) implements Subject {}

        record OfPackage(AccessPackage accessPackage) implements Subject {}
    }

    /** What a system user was given. */
    record Holdings(SortedSet<ResourceId> resources, SortedSet<AccessPackage> accessPackages) {}
}
