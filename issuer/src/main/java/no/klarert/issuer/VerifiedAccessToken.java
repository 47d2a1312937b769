package no.klarert.issuer;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import no.klarert.storage.Actor;
import no.klarert.vocabulary.AuthenticationLevel;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;
import no.klarert.vocabulary.SystemId;
import no.klarert.vocabulary.SystemUserId;

/** An access token of one of our issuers, verified. Only {@link AccessTokenVerifier} answers with one. */
public sealed interface VerifiedAccessToken {
    /** The scopes, compared whole. */
    Set<ScopeName> scopes();

    /** How surely the holder was authenticated: {@code urn:altinn:authlevel}; 3 for a token of Maskinporten itself. */
    AuthenticationLevel level();

    /** Who acts, for the audit trail. */
    Actor actor();

    /** Whether the token has at least one of these scopes. */
    default boolean hasAnyOf(ScopeName... wanted) {
        return Arrays.stream(wanted).anyMatch(scopes()::contains);
    }

    /**
     * A token of an organisation, from Maskinporten or exchanged for an Altinn token (Maskinporten §4.3 and §9.3).
     *
     * @param issuer which of our issuers issued it
     * @param consumer the organisation that access decisions are about
     * @param scopePrefixes prefixes that {@code consumer_prefix} names
     */
    record OfOrganization(
            IssuerName issuer,
            OrgNumber consumer,
            ClientId client,
            Set<ScopeName> scopes,
            AuthenticationLevel level,
            Set<String> scopePrefixes,
            Optional<SystemUser> systemUser)
            implements VerifiedAccessToken {
        public OfOrganization {
            scopes = Set.copyOf(scopes);
            scopePrefixes = Set.copyOf(scopePrefixes);
        }

        @Override
        public Actor actor() {
            return new Actor.OfOrganization(consumer, client.value());
        }
    }

    /** A token of a person who logged in. */
    record OfPerson(EndUser person, Set<ScopeName> scopes, AuthenticationLevel level) implements VerifiedAccessToken {
        public OfPerson {
            scopes = Set.copyOf(scopes);
        }

        @Override
        public Actor actor() {
            return new Actor.OfPerson(person.user());
        }
    }

    /** The system user a token speaks for, and the organisation that owns it (Maskinporten §3.2). */
    record SystemUser(SystemUserId id, OrgNumber owner, SystemId system) {}
}
