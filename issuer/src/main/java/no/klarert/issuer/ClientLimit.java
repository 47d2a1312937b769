package no.klarert.issuer;

import java.time.Duration;
import java.util.Optional;
import no.klarert.vocabulary.ClientId;

/** How often a client may ask for tokens. Asked only about clients that have proved who they are. */
@FunctionalInterface
public interface ClientLimit {
    /** As often as it likes. */
    ClientLimit NONE = client -> Optional.empty();

    /** Counts one request; if that is too often, counts nothing and answers how long to wait. */
    Optional<Duration> waitingTime(ClientId client);
}
