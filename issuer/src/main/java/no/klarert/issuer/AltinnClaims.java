package no.klarert.issuer;

import no.klarert.vocabulary.AuthenticationLevel;

/** Names of claims that only Altinn tokens have (Maskinporten §9.3; system user API §2.1). */
final class AltinnClaims {
    static final String USER_ID = "urn:altinn:userid";
    static final String PARTY_ID = "urn:altinn:partyid";
    static final String PARTY_UUID = "urn:altinn:party:uuid";
    static final String LEVEL = "urn:altinn:authlevel";
    static final String METHOD = "urn:altinn:authenticatemethod";
    static final String ORG_NUMBER = "urn:altinn:orgNumber";
    static final String ORG = "urn:altinn:org";

    /** How surely the holder of a Maskinporten token counts as authenticated. */
    static final AuthenticationLevel LEVEL_OF_MASKINPORTEN = new AuthenticationLevel(3);

    private AltinnClaims() {}
}
