package no.klarert.issuer;

import java.time.Instant;
import no.klarert.storage.Transaction;

/** A record of every token request that named a known client: issued or refused, never with the token itself. */
public interface TokenLog {
    void record(Transaction transaction, Entry entry);

    /**
     * One request and what came of it.
     *
     * @param outcome {@code issued} or the OAuth error with the MP code, such as {@code invalid_scope MP-200}
     * @param scopes as requested, space-separated
     * @param systemUser the system user's id, or empty
     */
    record Entry(
            Instant at,
            String traceId,
            String clientId,
            String consumer,
            String scopes,
            String systemUser,
            String outcome) {}
}
