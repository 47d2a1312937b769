package no.klarert.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.klarert.vocabulary.ResourceId;

/**
 * Scopes that are delegated together: a resource of type {@code MaskinportenSchema} (Maskinporten §8.2).
 *
 * @param delegationScheme the id the scheme had on the earlier platform, if it had one
 * @param scopes as the resource names them
 */
public record ApiScheme(ResourceId id, Optional<UUID> delegationScheme, List<String> scopes) {
    public ApiScheme {
        scopes = List.copyOf(scopes);
    }
}
