package no.klarert.store.memory;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.klarert.issuer.Client;
import no.klarert.issuer.ClientKey;
import no.klarert.issuer.ClientStore;
import no.klarert.issuer.Listing;
import no.klarert.issuer.Page;
import no.klarert.issuer.Paged;
import no.klarert.issuer.Reach;
import no.klarert.storage.StorageException;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.OrgNumber;

/** Clients and their key sets. */
final class MemoryClientStore implements ClientStore {
    private final MemoryTable<ClientId, Client> clients;
    private final MemoryTable<ClientId, KeySet> keySets;

    MemoryClientStore(MemoryTransactions transactions) {
        clients = MemoryTable.telling(transactions, CHANGE, ClientId::value);
        keySets = MemoryTable.telling(transactions, CHANGE, ClientId::value);
    }

    @Override
    public Optional<Client> find(Transaction transaction, ClientId id) {
        return clients.find(transaction, id);
    }

    /** Nothing else is going on while a transaction is open. */
    @Override
    public Optional<Client> lock(Transaction transaction, ClientId id) {
        return find(transaction, id);
    }

    @Override
    public boolean insert(Transaction transaction, Client client) {
        return clients.insert(transaction, client.id(), client);
    }

    @Override
    public boolean update(Transaction transaction, Client client) {
        var found = find(transaction, client.id());
        found.ifPresent(old -> clients.put(
                transaction,
                old.id(),
                new Client(
                        old.id(),
                        old.owner(),
                        client.name(),
                        client.description(),
                        client.scopes(),
                        client.accessTokenLifetime(),
                        client.active(),
                        old.created(),
                        client.lastUpdated(),
                        old.supplier(),
                        client.unused(),
                        client.binding())));
        return found.isPresent();
    }

    @Override
    public Paged<Client> list(
            Transaction transaction, OrgNumber organization, Reach reach, Listing listing, Page page) {
        return Paging.of(
                clients.all(transaction)
                        .filter(client -> isReached(client, organization, reach))
                        .filter(client -> listing.includes(client.active()))
                        .sorted(comparing(Client::created)
                                .thenComparing(client -> client.id().value())),
                page);
    }

    private static boolean isReached(Client client, OrgNumber organization, Reach reach) {
        return (reach.own() && client.owner().equals(organization))
                || (reach.supplied() && client.supplier().equals(Optional.of(organization)));
    }

    @Override
    public KeySet keys(Transaction transaction, ClientId id) {
        return keySets.find(transaction, id).orElse(KeySet.EMPTY);
    }

    @Override
    public void replaceKeys(Transaction transaction, ClientId id, List<ClientKey> keys, Instant at) {
        if (!clients.contains(transaction, id)) {
            throw new StorageException("keys of a client that does not exist");
        }
        if (keys.stream().map(ClientKey::id).distinct().count() < keys.size()) {
            throw new StorageException("two keys of one client with the same id");
        }
        var created = keys(transaction, id).created().orElse(at);
        keySets.put(transaction, id, new KeySet(keys, Optional.of(created), Optional.of(at)));
    }
}
