package no.klarert.systemuser;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.SystemId;

/** The system register. A client id belongs to at most one system that is not deleted. */
public interface SystemStore {
    /** Inserts the system and its client ids, or says what stood in the way and changes nothing. */
    Insertion insert(Transaction transaction, RegisteredSystem system);

    /** Deleted systems included. */
    Optional<RegisteredSystem> find(Transaction transaction, SystemId id);

    /** The vendor's systems that are not deleted, in order of id. */
    List<RegisteredSystem> ofVendor(Transaction transaction, OrgNumber vendor);

    /** Visible systems that are not deleted, in order of id. */
    List<RegisteredSystem> visible(Transaction transaction);

    /** The system that is not deleted and lists {@code client}. */
    Optional<SystemId> holderOf(Transaction transaction, ClientId client);

    /** Marks as deleted and frees the client ids. False if unknown or already deleted. */
    boolean delete(Transaction transaction, SystemId id, Instant at);

    /** What came of an insertion. */
    enum Insertion {
        INSERTED,
        ID_TAKEN,
        CLIENT_ID_TAKEN
    }
}
