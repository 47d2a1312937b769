package no.klarert.store.memory;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.klarert.storage.StorageException;
import no.klarert.storage.Transaction;
import no.klarert.systemuser.RequestStatus;
import no.klarert.systemuser.RequestStore;
import no.klarert.systemuser.SystemStore;
import no.klarert.systemuser.SystemUserRequest;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.RequestId;
import no.klarert.vocabulary.SystemId;

/** Requests that are not deleted, by id and by key; of deleted ones only the id is kept. */
final class MemoryRequestStore implements RequestStore {
    private static final Comparator<SystemUserRequest> BY_ID =
            DatabaseOrder.ofUuid(request -> request.id().value());

    private final SystemStore systems;
    private final MemoryTable<RequestId, SystemUserRequest> requests;
    private final MemoryTable<SystemUserRequest.Key, RequestId> ids;
    private final MemoryTable<RequestId, RequestId> usedIds;

    MemoryRequestStore(MemoryTransactions transactions, SystemStore systems) {
        this.systems = systems;
        requests = new MemoryTable<>(transactions);
        ids = new MemoryTable<>(transactions);
        usedIds = new MemoryTable<>(transactions);
    }

    @Override
    public boolean insert(Transaction transaction, SystemUserRequest request) {
        if (ids.contains(transaction, request.key())) {
            return false;
        }
        if (systems.find(transaction, request.key().system()).isEmpty()) {
            throw new StorageException("a request for a system that does not exist");
        }
        if (!usedIds.insert(transaction, request.id(), request.id())) {
            throw new StorageException("two requests with one id");
        }
        ids.put(transaction, request.key(), request.id());
        requests.put(transaction, request.id(), request);
        return true;
    }

    @Override
    public Optional<SystemUserRequest> find(Transaction transaction, RequestId id) {
        return requests.find(transaction, id);
    }

    @Override
    public Optional<SystemUserRequest> lock(Transaction transaction, RequestId id) {
        return find(transaction, id);
    }

    @Override
    public Optional<SystemUserRequest> findByKey(Transaction transaction, SystemUserRequest.Key key) {
        return ids.find(transaction, key).flatMap(id -> find(transaction, id));
    }

    @Override
    public boolean decide(
            Transaction transaction, RequestId id, RequestStatus outcome, SystemUserRequest.Decision decision) {
        if (outcome == RequestStatus.NEW) {
            throw new IllegalArgumentException("a decision leaves a request accepted or rejected");
        }
        var found = find(transaction, id).filter(request -> request.status() == RequestStatus.NEW);
        found.ifPresent(request -> requests.put(transaction, id, decided(request, outcome, decision)));
        return found.isPresent();
    }

    private static SystemUserRequest decided(
            SystemUserRequest request, RequestStatus outcome, SystemUserRequest.Decision decision) {
        return new SystemUserRequest(
                request.id(),
                request.key(),
                request.integrationTitle(),
                request.rights(),
                request.accessPackages(),
                request.redirectUrl(),
                outcome,
                Optional.of(decision),
                request.created());
    }

    @Override
    public boolean delete(Transaction transaction, RequestId id, Instant at) {
        var found = find(transaction, id);
        found.ifPresent(request -> {
            requests.remove(transaction, id);
            ids.remove(transaction, request.key());
        });
        return found.isPresent();
    }

    @Override
    public List<SystemUserRequest> ofSystem(
            Transaction transaction, SystemId system, Optional<RequestId> after, int limit) {
        return requests.all(transaction)
                .filter(request -> request.key().system().equals(system))
                .sorted(BY_ID)
                .dropWhile(request -> after.isPresent() && !isAfter(request, after.get()))
                .limit(limit)
                .toList();
    }

    private static boolean isAfter(SystemUserRequest request, RequestId id) {
        return request.id().toString().compareTo(id.toString()) > 0;
    }

    @Override
    public List<SystemUserRequest> pending(Transaction transaction, OrgNumber customer) {
        return requests.all(transaction)
                .filter(request -> request.status() == RequestStatus.NEW)
                .filter(request -> request.key().customer().equals(customer))
                .sorted(comparing(SystemUserRequest::created).reversed().thenComparing(BY_ID))
                .toList();
    }
}
