package no.klarert.store.memory;

import java.time.Instant;
import java.util.Optional;
import no.klarert.portal.SessionStore;
import no.klarert.storage.StorageException;
import no.klarert.storage.Transaction;

/** Log-ins. */
final class MemorySessionStore implements SessionStore {
    private final MemoryTable<String, Session> sessions;

    MemorySessionStore(MemoryTransactions transactions) {
        sessions = new MemoryTable<>(transactions);
    }

    @Override
    public void insert(Transaction transaction, Session session) {
        if (!sessions.insert(transaction, session.idHash(), session)) {
            throw new StorageException("two sessions with one id");
        }
    }

    @Override
    public Optional<Session> find(Transaction transaction, String idHash) {
        return sessions.find(transaction, idHash);
    }

    @Override
    public void touch(Transaction transaction, String idHash, Instant at) {
        find(transaction, idHash)
                .filter(session -> session.lastUsed().isBefore(at))
                .ifPresent(session -> sessions.put(transaction, idHash, used(session, at)));
    }

    private static Session used(Session session, Instant at) {
        return new Session(
                session.idHash(), session.user(), session.level(), session.csrfToken(), session.created(), at);
    }

    @Override
    public void delete(Transaction transaction, String idHash) {
        sessions.remove(transaction, idHash);
    }

    @Override
    public int deleteOlder(Transaction transaction, Instant created, Instant used) {
        var old = sessions.all(transaction)
                .filter(session -> session.created().isBefore(created)
                        || session.lastUsed().isBefore(used))
                .toList();
        old.forEach(session -> delete(transaction, session.idHash()));
        return old.size();
    }
}
