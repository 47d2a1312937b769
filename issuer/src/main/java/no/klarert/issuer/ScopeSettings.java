package no.klarert.issuer;

import java.util.List;
import java.util.Optional;
import no.klarert.vocabulary.LocalizedText;

/**
 * What the owner decides about a scope (Maskinporten §6.2).
 *
 * @param description by language; the plain {@code description} member is {@code nb}
 * @param longDescription by language, may be without any
 * @param atMaxAge greatest lifetime of an access token in seconds; 0 leaves it to the client
 * @param authorizationMaxLifetime seconds; stored and echoed
 * @param allowedIntegrationTypes empty means any
 * @param delegationSource issuer of the register that holds delegations of this scope
 * @param traits flags that are stored and echoed
 */
public record ScopeSettings(
        LocalizedText description,
        LocalizedText longDescription,
        Visibility visibility,
        TokenType tokenType,
        int atMaxAge,
        int authorizationMaxLifetime,
        List<String> allowedIntegrationTypes,
        Optional<String> delegationSource,
        boolean accessibleForAll,
        Traits traits) {
    public ScopeSettings {
        allowedIntegrationTypes = List.copyOf(allowedIntegrationTypes);
    }

    /** Who sees the scope: everyone, its owner and those granted, or the operator. */
    public enum Visibility {
        PUBLIC,
        PRIVATE,
        INTERNAL
    }

    /** The kind of access token; only self-contained ones are issued here. */
    public enum TokenType {
        SELF_CONTAINED,
        OPAQUE
    }

    /** Flags that mean something to ID-porten or are not documented; kept so that an owner reads back what was written. */
    public record Traits(
            boolean requiresUserConsent,
            boolean requiresUserAuthentication,
            boolean requiresPseudonymousTokens,
            boolean isProtected,
            boolean supportsEuropeanBusinesses) {
        public static final Traits NONE = new Traits(false, false, false, false, false);
    }
}
