package no.klarert.access;

import java.time.Instant;
import java.util.Set;
import java.util.SortedSet;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.ActionName;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.ResourceId;

/** What has been given explicitly: access packages, and actions on resources. Giving twice and taking nothing are no errors. */
public interface DelegationStore {
    SortedSet<AccessPackage> packages(Transaction transaction, PartyUuid from, Recipient to);

    void givePackage(Transaction transaction, PartyUuid from, Recipient to, AccessPackage accessPackage, Instant at);

    /** True if it had been given. */
    boolean takePackage(Transaction transaction, PartyUuid from, Recipient to, AccessPackage accessPackage);

    /** The actions {@code to} was given on {@code resource}. */
    Set<ActionName> actions(Transaction transaction, PartyUuid from, Recipient to, ResourceId resource);

    /** The resources on which {@code to} was given at least one action. */
    SortedSet<ResourceId> resources(Transaction transaction, PartyUuid from, Recipient to);

    /** Adds to the actions already given. */
    void giveActions(
            Transaction transaction,
            PartyUuid from,
            Recipient to,
            ResourceId resource,
            Set<ActionName> actions,
            Instant at);

    /** True if there were any. */
    boolean takeResource(Transaction transaction, PartyUuid from, Recipient to, ResourceId resource);

    /** Takes back everything from anyone that {@code to} was given; answers how many rows went. */
    int takeAll(Transaction transaction, Recipient to);
}
