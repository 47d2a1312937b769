package no.klarert.issuer;

import java.util.List;
import java.util.Optional;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;

/**
 * A client registration as an administrator wants it (Maskinporten §7.2), readable but not yet checked.
 *
 * @param accessTokenLifetime seconds, 0 for the installation's default
 * @param binding what its access tokens are to be bound to
 */
public record ClientDraft(
        String name,
        String description,
        List<ScopeName> scopes,
        int accessTokenLifetime,
        Integration integration,
        Parties parties,
        Activation activation,
        UnusedMembers unused,
        TokenBinding binding) {
    public ClientDraft {
        scopes = List.copyOf(scopes);
    }

    /** One that states nothing of parties, activation, unused members and binding. */
    public ClientDraft(
            String name, String description, List<ScopeName> scopes, int accessTokenLifetime, Integration integration) {
        this(
                name,
                description,
                scopes,
                accessTokenLifetime,
                integration,
                Parties.UNSTATED,
                Activation.AS_IT_IS,
                UnusedMembers.NONE,
                TokenBinding.NONE);
    }

    /** The draft for a client of these parties. */
    public ClientDraft with(Parties others) {
        return new ClientDraft(
                name, description, scopes, accessTokenLifetime, integration, others, activation, unused, binding);
    }

    /** The draft for a client in or out of use. */
    public ClientDraft with(Activation other) {
        return new ClientDraft(
                name, description, scopes, accessTokenLifetime, integration, parties, other, unused, binding);
    }

    /** Whose client it is said to be ({@code client_orgno}), and made by which supplier ({@code supplier_orgno}). */
    public record Parties(Optional<OrgNumber> owner, Optional<OrgNumber> supplier) {
        public static final Parties UNSTATED = new Parties(Optional.empty(), Optional.empty());
    }

    /** How the client connects; only one way exists here, but the members are written and read back. */
    public record Integration(
            String integrationType, String applicationType, String authenticationMethod, List<String> grantTypes) {
        /** A Maskinporten client that signs assertions. */
        public static final Integration MASKINPORTEN =
                new Integration("maskinporten", "web", "private_key_jwt", List.of(TokenRequest.JwtBearer.GRANT_TYPE));

        public Integration {
            grantTypes = List.copyOf(grantTypes);
        }
    }
}
