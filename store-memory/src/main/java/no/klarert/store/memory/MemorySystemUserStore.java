package no.klarert.store.memory;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.klarert.storage.StorageException;
import no.klarert.storage.Transaction;
import no.klarert.systemuser.SystemStore;
import no.klarert.systemuser.SystemUser;
import no.klarert.systemuser.SystemUserRequest;
import no.klarert.systemuser.SystemUserStore;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.SystemUserId;

/** System users that are not deleted, by id and by key; of deleted ones only the id is kept. */
final class MemorySystemUserStore implements SystemUserStore {
    private final SystemStore systems;
    private final MemoryTable<SystemUserId, SystemUser> users;
    private final MemoryTable<SystemUserRequest.Key, SystemUserId> ids;
    private final MemoryTable<SystemUserId, SystemUserId> usedIds;

    MemorySystemUserStore(MemoryTransactions transactions, SystemStore systems) {
        this.systems = systems;
        users = new MemoryTable<>(transactions);
        ids = new MemoryTable<>(transactions);
        usedIds = new MemoryTable<>(transactions);
    }

    @Override
    public boolean insert(Transaction transaction, SystemUser systemUser, String createdBy) {
        if (usedIds.contains(transaction, systemUser.id()) || ids.contains(transaction, systemUser.key())) {
            return false;
        }
        if (systems.find(transaction, systemUser.key().system()).isEmpty()) {
            throw new StorageException("a system user of a system that does not exist");
        }
        usedIds.put(transaction, systemUser.id(), systemUser.id());
        ids.put(transaction, systemUser.key(), systemUser.id());
        users.put(transaction, systemUser.id(), systemUser);
        return true;
    }

    @Override
    public Optional<SystemUser> find(Transaction transaction, SystemUserId id) {
        return users.find(transaction, id);
    }

    @Override
    public Optional<SystemUser> lock(Transaction transaction, SystemUserId id) {
        return find(transaction, id);
    }

    @Override
    public Optional<SystemUser> findByKey(Transaction transaction, SystemUserRequest.Key key) {
        return ids.find(transaction, key).flatMap(id -> find(transaction, id));
    }

    @Override
    public Optional<SystemUser> findForClient(
            Transaction transaction, ClientId client, OrgNumber vendor, OrgNumber owner, String externalRef) {
        return systems.holderOf(transaction, client)
                .flatMap(system -> systems.find(transaction, system))
                .filter(system -> system.vendor().equals(vendor))
                .flatMap(system -> users.all(transaction)
                        .filter(user -> user.key().system().equals(system.id()))
                        .filter(user -> user.key().customer().equals(owner))
                        .filter(user -> user.key().externalRef().value().equals(externalRef))
                        .findFirst());
    }

    @Override
    public List<SystemUser> ownedBy(Transaction transaction, PartyId owner) {
        return users.all(transaction)
                .filter(user -> user.owner().equals(owner))
                .sorted(comparing(SystemUser::created)
                        .reversed()
                        .thenComparing(DatabaseOrder.ofUuid(user -> user.id().value())))
                .toList();
    }

    @Override
    public boolean delete(Transaction transaction, SystemUserId id, String deletedBy, Instant at) {
        var found = find(transaction, id);
        found.ifPresent(user -> {
            users.remove(transaction, id);
            ids.remove(transaction, user.key());
        });
        return found.isPresent();
    }
}
