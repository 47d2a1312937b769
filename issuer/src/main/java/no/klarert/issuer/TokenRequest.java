package no.klarert.issuer;

/** A request at the token endpoint, by grant type. */
public sealed interface TokenRequest {
    /** Identifies the request in answers and in the log: 32 hexadecimal digits. */
    String traceId();

    /** The JWT grant (RFC 7523 §2.1; Maskinporten §2.1). The assertion is not yet checked in any way. */
    record JwtBearer(String assertion, String traceId) implements TokenRequest {
        /** The grant type that asks for it. */
        public static final String GRANT_TYPE = "urn:ietf:params:oauth:grant-type:jwt-bearer";

        @Override
        public String toString() {
            return "jwt-bearer request " + traceId;
        }
    }
}
