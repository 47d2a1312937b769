package no.klarert.issuer;

import java.time.Instant;
import java.util.List;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;

/**
 * A client registration (Maskinporten §7.2). Never physically deleted.
 *
 * @param accessTokenLifetime seconds, 0 for the installation's default
 */
public record Client(
        ClientId id,
        OrgNumber owner,
        String name,
        String description,
        List<ScopeName> scopes,
        int accessTokenLifetime,
        boolean active,
        Instant created,
        Instant lastUpdated) {
    public Client {
        scopes = List.copyOf(scopes);
    }
}
