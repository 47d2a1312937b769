package no.klarert.portal;

import java.time.Instant;
import java.util.Optional;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.AuthenticationLevel;
import no.klarert.vocabulary.UserId;

/** Log-ins to the portal, shared by all nodes. */
public interface SessionStore {
    void insert(Transaction transaction, Session session);

    Optional<Session> find(Transaction transaction, String idHash);

    /** Notes that the session was used. */
    void touch(Transaction transaction, String idHash, Instant at);

    /** Does nothing if there is no such session. */
    void delete(Transaction transaction, String idHash);

    /** Deletes sessions created before {@code created} or last used before {@code used}; answers how many. */
    int deleteOlder(Transaction transaction, Instant created, Instant used);

    /**
     * One log-in.
     *
     * @param idHash SHA-256 of the cookie's value in hexadecimal; the value itself is stored nowhere
     * @param csrfToken the token that every form of this session carries
     */
    record Session(
            String idHash,
            UserId user,
            AuthenticationLevel level,
            String csrfToken,
            Instant created,
            Instant lastUsed) {}
}
