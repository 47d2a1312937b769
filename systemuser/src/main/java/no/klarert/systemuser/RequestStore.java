package no.klarert.systemuser;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.RequestId;
import no.klarert.vocabulary.SystemId;

/** Requests for system users that are not deleted. */
public interface RequestStore {
    /** False, changing nothing, if a request that is not deleted has the same key: the database decides, not a look before. */
    boolean insert(Transaction transaction, SystemUserRequest request);

    Optional<SystemUserRequest> find(Transaction transaction, RequestId id);

    /** As {@link #find}, and no one else changes the request until the transaction ends. */
    Optional<SystemUserRequest> lock(Transaction transaction, RequestId id);

    Optional<SystemUserRequest> findByKey(Transaction transaction, SystemUserRequest.Key key);

    /** Moves a request out of NEW. False if it is not NEW (any more) or is unknown. */
    boolean decide(Transaction transaction, RequestId id, RequestStatus outcome, SystemUserRequest.Decision decision);

    /** False if unknown or already deleted. */
    boolean delete(Transaction transaction, RequestId id, Instant at);

    /** Requests of a system in order of id, after {@code after} if given, at most {@code limit}. */
    List<SystemUserRequest> ofSystem(Transaction transaction, SystemId system, Optional<RequestId> after, int limit);

    /** Requests to a customer with status NEW, newest first. */
    List<SystemUserRequest> pending(Transaction transaction, OrgNumber customer);
}
