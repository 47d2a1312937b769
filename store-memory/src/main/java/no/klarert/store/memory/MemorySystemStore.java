package no.klarert.store.memory;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import no.klarert.storage.Transaction;
import no.klarert.systemuser.RegisteredSystem;
import no.klarert.systemuser.SystemStore;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.SystemId;

/** Systems, deleted ones included, and which system that is not deleted holds each client id. */
final class MemorySystemStore implements SystemStore {
    private final MemoryTable<SystemId, RegisteredSystem> systems;
    private final MemoryTable<ClientId, SystemId> holders;

    MemorySystemStore(MemoryTransactions transactions) {
        systems = new MemoryTable<>(transactions);
        holders = new MemoryTable<>(transactions);
    }

    @Override
    public Insertion insert(Transaction transaction, RegisteredSystem system) {
        if (isKnown(transaction, system)) {
            return Insertion.ID_TAKEN;
        }
        if (new HashSet<>(system.clientIds()).size() < system.clientIds().size()
                || system.clientIds().stream().anyMatch(client -> holders.contains(transaction, client))) {
            return Insertion.CLIENT_ID_TAKEN;
        }
        systems.put(transaction, system.id(), system);
        system.clientIds().forEach(client -> holders.put(transaction, client, system.id()));
        return Insertion.INSERTED;
    }

    private boolean isKnown(Transaction transaction, RegisteredSystem system) {
        return systems.contains(transaction, system.id())
                || systems.all(transaction).anyMatch(other -> other.internalId().equals(system.internalId()));
    }

    @Override
    public Optional<RegisteredSystem> find(Transaction transaction, SystemId id) {
        return systems.find(transaction, id);
    }

    @Override
    public List<RegisteredSystem> ofVendor(Transaction transaction, OrgNumber vendor) {
        return list(transaction, system -> system.vendor().equals(vendor));
    }

    @Override
    public List<RegisteredSystem> visible(Transaction transaction) {
        return list(transaction, RegisteredSystem::visible);
    }

    private List<RegisteredSystem> list(Transaction transaction, Predicate<RegisteredSystem> which) {
        return systems.all(transaction)
                .filter(system -> !system.deleted())
                .filter(which)
                .sorted(comparing(RegisteredSystem::id, DatabaseOrder.ofText(SystemId::value)))
                .toList();
    }

    @Override
    public Optional<SystemId> holderOf(Transaction transaction, ClientId client) {
        return holders.find(transaction, client);
    }

    @Override
    public boolean delete(Transaction transaction, SystemId id, Instant at) {
        var found = find(transaction, id).filter(system -> !system.deleted());
        found.ifPresent(system -> {
            systems.put(transaction, id, deleted(system));
            system.clientIds().forEach(client -> holders.remove(transaction, client));
        });
        return found.isPresent();
    }

    private static RegisteredSystem deleted(RegisteredSystem system) {
        return new RegisteredSystem(
                system.internalId(),
                system.id(),
                system.vendor(),
                system.name(),
                system.description(),
                system.rights(),
                system.accessPackages(),
                system.clientIds(),
                system.visible(),
                system.allowedRedirectUrls(),
                true,
                system.created());
    }
}
