package no.klarert.access;

import java.time.Instant;
import java.util.Optional;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.UserId;

/**
 * A consumer lets a supplier use the consumer's access to the scopes of an API scheme (Maskinporten §8). It is no right: the
 * decision point knows nothing of it.
 *
 * @param scheme the resource of type {@code MaskinportenSchema} that lists the scopes
 * @param givenBy the user who gave it; empty if it came with the installation
 */
public record ApiDelegation(
        Party.Organization consumer,
        Party.Organization supplier,
        ResourceId scheme,
        Optional<UserId> givenBy,
        Instant created) {}
