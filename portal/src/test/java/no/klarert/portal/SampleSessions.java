package no.klarert.portal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import no.klarert.storage.Transaction;
import no.klarert.storage.Transactions;

/** Log-ins in memory, for one test. */
final class SampleSessions implements SessionStore, Transactions {
    final Map<String, Session> byHash = new ConcurrentHashMap<>();

    @Override
    public <T> T run(Function<Transaction, T> work) {
        return work.apply(new Transaction() {});
    }

    @Override
    public void insert(Transaction transaction, Session session) {
        byHash.put(session.idHash(), session);
    }

    @Override
    public Optional<Session> find(Transaction transaction, String idHash) {
        return Optional.ofNullable(byHash.get(idHash));
    }

    @Override
    public void touch(Transaction transaction, String idHash, Instant at) {
        byHash.computeIfPresent(
                idHash,
                (hash, session) ->
                        new Session(hash, session.user(), session.level(), session.csrfToken(), session.created(), at));
    }

    @Override
    public void delete(Transaction transaction, String idHash) {
        byHash.remove(idHash);
    }

    @Override
    public int deleteOlder(Transaction transaction, Instant created, Instant used) {
        int before = byHash.size();
        byHash.values()
                .removeIf(session -> session.created().isBefore(created)
                        || session.lastUsed().isBefore(used));
        return before - byHash.size();
    }
}
