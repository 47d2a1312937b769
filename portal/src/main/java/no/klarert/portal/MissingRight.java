package no.klarert.portal;

import no.klarert.vocabulary.LocalizedText;

/** A package or service that was asked for and that the person cannot pass on, with the reason. */
public record MissingRight(LocalizedText name, Reason reason) {
    /** Why a right cannot be passed on (system user API §10.1, detail codes). */
    public enum Reason {
        ROLE("MissingRoleAccess"),
        DELEGATION("MissingDelegationAccess"),
        PACKAGE("MissingPackageAccess"),
        OWNERS_LIST("MissingSrrRightAccess"),
        ACCESS_LIST("AccessListValidationFail"),
        LEVEL("InsufficientAuthenticationLevel"),
        NOT_DELEGABLE("ResourceNotDelegable"),
        API_ACCESS("ResourceIsMaskinPortenSchema"),
        UNKNOWN("Unknown");

        private final String wireName;

        Reason(String wireName) {
            this.wireName = wireName;
        }

        /** {@link #UNKNOWN} for a code that has no text of its own. */
        public static Reason fromWire(String wireName) {
            for (var reason : values()) {
                if (reason.wireName.equals(wireName)) {
                    return reason;
                }
            }
            return UNKNOWN;
        }

        public String wireName() {
            return wireName;
        }
    }
}
