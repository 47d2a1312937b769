package no.klarert.systemuser;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.SystemUserId;

/** System users that are not deleted. */
public interface SystemUserStore {
    /** False, changing nothing, if the id or the key is taken by a system user that is not deleted. */
    boolean insert(Transaction transaction, SystemUser systemUser, String createdBy);

    Optional<SystemUser> find(Transaction transaction, SystemUserId id);

    /** As {@link #find}, and no one else changes it until the transaction ends. */
    Optional<SystemUser> lock(Transaction transaction, SystemUserId id);

    Optional<SystemUser> findByKey(Transaction transaction, SystemUserRequest.Key key);

    /** The issuer's look-up (system user API §8.7): neither the system user nor its system is deleted. */
    Optional<SystemUser> findForClient(
            Transaction transaction, ClientId client, OrgNumber vendor, OrgNumber owner, String externalRef);

    /** In order of creation, newest first. */
    List<SystemUser> ownedBy(Transaction transaction, PartyId owner);

    /** False if unknown or already deleted. An id is never used again. */
    boolean delete(Transaction transaction, SystemUserId id, String deletedBy, Instant at);
}
