package no.klarert.issuer;

import java.util.List;
import no.klarert.vocabulary.ScopeName;

/**
 * A client registration as an administrator wants it (Maskinporten §7.2), readable but not yet checked.
 *
 * @param accessTokenLifetime seconds, 0 for the installation's default
 */
public record ClientDraft(
        String name, String description, List<ScopeName> scopes, int accessTokenLifetime, Integration integration) {
    public ClientDraft {
        scopes = List.copyOf(scopes);
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
