package no.klarert.issuer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.OrgNumber;

/** Clients and their keys. Whatever is written of a client is told as a change with the client's id as key. */
public interface ClientStore {
    /** The kind of those changes. */
    String CHANGE = "client";

    Optional<Client> find(Transaction transaction, ClientId id);

    /** As {@link #find}; until the transaction ends no other one locks or updates that client. */
    Optional<Client> lock(Transaction transaction, ClientId id);

    /** False, changing nothing, if the id is taken. */
    boolean insert(Transaction transaction, Client client);

    /** False if there is no such client. Id, owner, supplier and time of creation do not change. */
    boolean update(Transaction transaction, Client client);

    /** Those that {@code reach} has of an organisation's: owned by it, supplied by it. In order of creation, then id. */
    Paged<Client> list(Transaction transaction, OrgNumber organization, Reach reach, Listing listing, Page page);

    /** All that the organisation owns, active or not. */
    default List<Client> ownedBy(Transaction transaction, OrgNumber owner) {
        return list(transaction, owner, Reach.OWN, Listing.WITH_INACTIVE, Page.ALL)
                .items();
    }

    /** The key set, empty if none was ever registered. */
    KeySet keys(Transaction transaction, ClientId id);

    /** Replaces the whole set (Maskinporten §7.3). The time of creation of an existing set is kept. */
    void replaceKeys(Transaction transaction, ClientId id, List<ClientKey> keys, Instant at);

    /** The keys in the order they were registered, with the times of the first and the latest registration. */
    record KeySet(List<ClientKey> keys, Optional<Instant> created, Optional<Instant> lastUpdated) {
        public static final KeySet EMPTY = new KeySet(List.of(), Optional.empty(), Optional.empty());

        public KeySet {
            keys = List.copyOf(keys);
        }
    }
}
