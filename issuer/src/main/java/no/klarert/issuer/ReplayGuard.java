package no.klarert.issuer;

import java.time.Instant;
import no.klarert.vocabulary.ClientId;

/**
 * Lets what proves something be used once, by its id (RFC 7523 §3 item 7; Maskinporten §2.5 step 11). A claim is one atomic step of its own,
 * shared by all nodes, and stands even if the request fails later.
 */
public interface ReplayGuard {
    /** True for the first claim of {@code jti} by {@code client}; false for any later one until after {@code expiresAt}. */
    boolean claim(ClientId client, String jti, Instant expiresAt);

    /** Forgets claims that expired before {@code time}; answers how many. */
    int forgetExpired(Instant time);
}
