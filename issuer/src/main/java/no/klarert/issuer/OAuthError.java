package no.klarert.issuer;

/** The {@code error} member of a refused token request (RFC 6749 §5.2; RFC 8707 §2; RFC 9396 §5; RFC 9449 §5; Maskinporten §5). */
public enum OAuthError {
    INVALID_REQUEST("invalid_request"),
    INVALID_GRANT("invalid_grant"),
    INVALID_SCOPE("invalid_scope"),
    INVALID_TARGET("invalid_target"),
    UNSUPPORTED_GRANT_TYPE("unsupported_grant_type"),
    INVALID_AUTHORIZATION_DETAILS("invalid_authorization_details"),
    INVALID_DPOP_PROOF("invalid_dpop_proof"),
    INVALID_ALTINN_CUSTOMER_CONFIGURATION("invalid_altinn_customer_configuration"),
    /** Something that the answer depends on does not answer; the same request may succeed later (Maskinporten §5.2). */
    TEMPORARILY_UNAVAILABLE("temporarily_unavailable");

    private final String code;

    OAuthError(String code) {
        this.code = code;
    }

    /** The value on the wire. */
    public String code() {
        return code;
    }
}
