package no.klarert.issuer;

import java.util.Optional;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.OrgNumber;

/** Organisations. A prefix has at most one owner; implementers refuse a second with an unchecked exception. */
public interface OrganizationStore {
    Optional<Organization> find(Transaction transaction, OrgNumber number);

    Optional<Organization> ownerOfPrefix(Transaction transaction, String prefix);

    /** Inserts or replaces. */
    void save(Transaction transaction, Organization organization);
}
