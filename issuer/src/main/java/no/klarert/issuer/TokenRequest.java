package no.klarert.issuer;

/** A request at the token endpoint, by grant type. */
public sealed interface TokenRequest {
    /** Identifies the request in answers and in the log: 32 hexadecimal digits. */
    String traceId();

    /**
     * The JWT grant (RFC 7523 §2.1; Maskinporten §2.1). The assertion is not yet checked in any way.
     *
     * @param possession for clients whose tokens are bound
     */
    record JwtBearer(String assertion, String traceId, Possession possession) implements TokenRequest {
        /** The grant type that asks for it. */
        public static final String GRANT_TYPE = "urn:ietf:params:oauth:grant-type:jwt-bearer";

        /** A request that shows no key but that of the assertion. */
        public JwtBearer(String assertion, String traceId) {
            this(assertion, traceId, Possession.NONE);
        }

        @Override
        public String toString() {
            return "jwt-bearer request " + traceId;
        }
    }
}
