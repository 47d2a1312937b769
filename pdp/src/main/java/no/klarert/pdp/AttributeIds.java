package no.klarert.pdp;

import java.util.Set;

/** Attributes that decision requests use (Altinn PDP §3). */
final class AttributeIds {
    static final String SYSTEM_USER = "urn:altinn:systemuser:uuid";
    static final String PERSON = "urn:altinn:person:identifier-no";
    static final String USER = "urn:altinn:userid";
    static final String PARTY_ID = "urn:altinn:partyid";
    static final String PARTY_UUID = "urn:altinn:party:uuid";
    static final String ORGANIZATION = "urn:altinn:organization:identifier-no";
    static final String LEGACY_ORGANIZATION = "urn:altinn:organizationnumber";

    static final String RESOURCE = "urn:altinn:resource";
    static final String ORG = "urn:altinn:org";
    static final String APP = "urn:altinn:app";
    static final String APP_INSTANCE = "urn:altinn:instance-id";
    static final String INSTANCE = "urn:altinn:resource:instance-id";

    static final String ACCESS_PACKAGE = "urn:altinn:accesspackage";
    static final String PARTY_TYPE = "urn:altinn:partytype";
    static final Set<String> ROLES = Set.of(
            "urn:altinn:rolecode", "urn:altinn:external-role:ccr", "urn:altinn:external-role:cra", "urn:altinn:role");

    /**
     * What only the context handler may say of a subject. A caller's own claim to hold a role or a package is dropped: the
     * endpoint is open to the internet (Altinn PDP §11).
     */
    private static final Set<String> DERIVED = Set.of(
            ACCESS_PACKAGE,
            PARTY_TYPE,
            "urn:altinn:access-list",
            "urn:altinn:resource:delegation",
            "urn:digitaltdodsbo:rolecode");

    private AttributeIds() {}

    static boolean isDerived(String attributeId) {
        return DERIVED.contains(attributeId) || ROLES.contains(attributeId);
    }
}
