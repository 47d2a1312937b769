package no.klarert.issuer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;

/**
 * A client registration (Maskinporten §7.2). Never physically deleted.
 *
 * @param owner whom the client acts for
 * @param accessTokenLifetime seconds, 0 for the installation's default
 * @param supplier the other organisation that made the client for its owner
 * @param binding what its access tokens are bound to
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
        Instant lastUpdated,
        Optional<OrgNumber> supplier,
        UnusedMembers unused,
        TokenBinding binding) {
    public Client {
        scopes = List.copyOf(scopes);
    }

    /** A client that its owner made, with tokens bound to nothing, without members that only other kinds of client use. */
    public Client(
            ClientId id,
            OrgNumber owner,
            String name,
            String description,
            List<ScopeName> scopes,
            int accessTokenLifetime,
            boolean active,
            Instant created,
            Instant lastUpdated) {
        this(
                id,
                owner,
                name,
                description,
                scopes,
                accessTokenLifetime,
                active,
                created,
                lastUpdated,
                Optional.empty(),
                UnusedMembers.NONE,
                TokenBinding.NONE);
    }

    /** The same with tokens bound so. */
    public Client with(TokenBinding other) {
        return new Client(
                id,
                owner,
                name,
                description,
                scopes,
                accessTokenLifetime,
                active,
                created,
                lastUpdated,
                supplier,
                unused,
                other);
    }

    /** As {@code draft} wants it; what never changes stays. */
    Client as(ClientDraft draft, Instant now) {
        return new Client(
                id,
                owner,
                draft.name(),
                draft.description(),
                draft.scopes().stream().distinct().toList(),
                draft.accessTokenLifetime(),
                draft.activation().of(active),
                created,
                now,
                supplier,
                draft.unused(),
                draft.binding());
    }

    Client deactivated(Instant now) {
        return new Client(
                id,
                owner,
                name,
                description,
                scopes,
                accessTokenLifetime,
                false,
                created,
                now,
                supplier,
                unused,
                binding);
    }
}
