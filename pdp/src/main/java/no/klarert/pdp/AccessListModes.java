package no.klarert.pdp;

import no.klarert.storage.Transaction;
import no.klarert.vocabulary.ResourceId;

/** Which resources only members of connected access lists may use (resource registry §8.6). */
public interface AccessListModes {
    /** Whether the resource's access list mode is Enabled; false for a resource that does not exist. */
    boolean isRestricted(Transaction transaction, ResourceId resource);
}
