package no.klarert.issuer;

import java.time.Instant;
import no.klarert.vocabulary.ClientId;

/**
 * A record of every token request that named a known client: issued or refused, never with the token itself. It is also where
 * assertions are used up: an outcome that counts and the use of its assertion are one thing (RFC 7523 §3 item 7; Maskinporten §2.5
 * step 11).
 */
public interface TokenLog {
    /**
     * Uses an assertion up and records the outcome, in one atomic step shared by all nodes. False, for any use but the first, if it
     * was used up before; what is recorded then has {@code usedBefore} as its outcome.
     */
    boolean use(Assertion assertion, Entry entry, String usedBefore);

    /** Records the outcome of a request whose assertion was not used up. */
    void record(Entry entry);

    /**
     * What makes an assertion the same as another. Shares {@link ReplayGuard}'s memory.
     *
     * @param until from then on it need not be remembered
     */
    record Assertion(ClientId client, String jti, Instant until) {}

    /**
     * One request and what came of it.
     *
     * @param consumer the organisation the token is, or was to be, about: the client's own, or the one it acts for as a supplier
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
            String outcome) {
        /** The same request with another outcome, which gave no system user. */
        public Entry refusedAs(String otherOutcome) {
            return new Entry(at, traceId, clientId, consumer, scopes, "", otherOutcome);
        }
    }
}
