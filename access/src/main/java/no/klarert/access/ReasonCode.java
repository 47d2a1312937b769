package no.klarert.access;

/** Why something can or cannot be passed on (Altinn PDP §8.6; system user API §10.1). */
public enum ReasonCode {
    UNKNOWN("Unknown"),
    ROLE_ACCESS("RoleAccess"),
    PACKAGE_ACCESS("PackageAccess"),
    DELEGATION_ACCESS("DelegationAccess"),
    MISSING_ROLE_ACCESS("MissingRoleAccess"),
    MISSING_PACKAGE_ACCESS("MissingPackageAccess"),
    MISSING_DELEGATION_ACCESS("MissingDelegationAccess"),
    ACCESS_LIST_VALIDATION_FAIL("AccessListValidationFail"),
    RESOURCE_NOT_DELEGABLE("ResourceNotDelegable"),
    RESOURCE_IS_MASKINPORTEN_SCHEMA("ResourceIsMaskinPortenSchema");

    private final String wireName;

    ReasonCode(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
