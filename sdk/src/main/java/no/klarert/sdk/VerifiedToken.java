package no.klarert.sdk;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import no.klarert.vocabulary.AuthenticationLevel;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;

/**
 * The claims of a token that has passed every check of a {@link TokenVerifier}, which alone can make one (Maskinporten access
 * token, claims).
 */
public final class VerifiedToken {
    private final OrgNumber consumer;
    private final Optional<OrgNumber> supplier;
    private final Set<String> scopes;
    private final Optional<SystemUser> systemUser;
    private final AuthenticationLevel authenticationLevel;
    private final Optional<String> serviceOwner;
    private final Optional<String> id;
    private final Instant expiresAt;

    VerifiedToken(
            OrgNumber consumer,
            Optional<OrgNumber> supplier,
            Set<String> scopes,
            Optional<SystemUser> systemUser,
            AuthenticationLevel authenticationLevel,
            Optional<String> serviceOwner,
            Optional<String> id,
            Instant expiresAt) {
        this.consumer = consumer;
        this.supplier = supplier;
        this.scopes = Set.copyOf(scopes);
        this.systemUser = systemUser;
        this.authenticationLevel = authenticationLevel;
        this.serviceOwner = serviceOwner;
        this.id = id;
        this.expiresAt = expiresAt;
    }

    /** The organisation the scope was granted to; with a system user this is the vendor. */
    public OrgNumber consumer() {
        return consumer;
    }

    /** The organisation that acts for the consumer by API delegation, for the log. */
    public Optional<OrgNumber> supplier() {
        return supplier;
    }

    /** Whether the token holds exactly this scope. */
    public boolean hasScope(ScopeName scope) {
        return scopes.contains(scope.value());
    }

    /** Every scope in the token. */
    public Set<String> scopes() {
        return scopes;
    }

    /** The system user the token was issued for, if it was. */
    public Optional<SystemUser> systemUser() {
        return systemUser;
    }

    /** How surely the caller was authenticated: as stated, 3 for a token straight from Maskinporten, else 0. */
    public AuthenticationLevel authenticationLevel() {
        return authenticationLevel;
    }

    /** The service owner's code ({@code urn:altinn:org}), in tokens exchanged for a service owner. */
    public Optional<String> serviceOwner() {
        return serviceOwner;
    }

    /** The token's id ({@code jti}), for the log. */
    public Optional<String> id() {
        return id;
    }

    /** When it stops being valid. */
    public Instant expiresAt() {
        return expiresAt;
    }

    @Override
    public String toString() {
        return "VerifiedToken[consumer " + consumer + ", scopes " + scopes + ", " + systemUser + "]";
    }
}
