package no.klarert.issuer;

import static no.klarert.issuer.OAuthError.INVALID_AUTHORIZATION_DETAILS;
import static no.klarert.issuer.OAuthError.INVALID_GRANT;
import static no.klarert.issuer.OAuthError.INVALID_REQUEST;
import static no.klarert.issuer.OAuthError.INVALID_SCOPE;

import java.util.Arrays;
import java.util.Optional;

/**
 * The coded refusals of the token endpoint, each with its usual OAuth error and the phrase that clients know it by (Maskinporten
 * §5.2). The code itself appears only in {@code error_uri}.
 */
public enum MpCode {
    MP_011("MP-011", INVALID_REQUEST, "Invalid assertion. Invalid parameter value"),
    MP_012("MP-012", INVALID_GRANT, "Validation of JWT Bearer grant failed. Grant is used before"),
    MP_100("MP-100", INVALID_GRANT, "Invalid assertion. Client authentication failed. Client not found"),
    MP_110("MP-110", INVALID_GRANT, "Invalid assertion. Client authentication failed. Invalid JWT claim aud"),
    MP_120(
            "MP-120",
            INVALID_GRANT,
            "Invalid assertion. Client authentication failed. The JWT is signed with an invalid certificate"),
    MP_121("MP-121", INVALID_GRANT, "Invalid assertion. Client authentication failed. Expired key"),
    MP_122(
            "MP-122",
            INVALID_GRANT,
            "Invalid JWT. Invalid organization number for client. Does not match certificate orgno"),
    MP_123("MP-123", INVALID_GRANT, "Invalid JWT header x5c"),
    MP_124("MP-124", INVALID_GRANT, "Invalid assertion. Client authentication failed. Invalid JWT signature"),
    MP_130("MP-130", INVALID_GRANT, "Invalid assertion. Client authentication failed. JWT is expired"),
    MP_200("MP-200", INVALID_SCOPE, "Token request contains invalid scopes for client"),
    MP_201("MP-201", INVALID_SCOPE, "Token request contains scopes not allowed for maskinporten"),
    MP_250("MP-250", INVALID_SCOPE, "Consumer has not been granted access to the scope"),
    MP_251("MP-251", INVALID_SCOPE, "Consumer has not delegated access to the scope"),
    MP_301("MP-301", INVALID_AUTHORIZATION_DETAILS, "Unknown authorization details type"),
    MP_302("MP-302", INVALID_AUTHORIZATION_DETAILS, "Unknown fields in the authorization details"),
    MP_303("MP-303", INVALID_AUTHORIZATION_DETAILS, "Invalid authorization details values");

    private final String code;
    private final OAuthError error;
    private final String phrase;

    MpCode(String code, OAuthError error, String phrase) {
        this.code = code;
        this.error = error;
        this.phrase = phrase;
    }

    /** The code as it appears at the end of {@code error_uri}, such as {@code MP-250}. */
    public String code() {
        return code;
    }

    public OAuthError error() {
        return error;
    }

    public String phrase() {
        return phrase;
    }

    /** The code written so, ignoring case; empty for any other text. */
    public static Optional<MpCode> find(String code) {
        return Arrays.stream(values())
                .filter(known -> known.code.equalsIgnoreCase(code))
                .findFirst();
    }
}
