package no.klarert.issuer;

/** How an access token is to be presented: {@code token_type} of the answer and of the token (RFC 6749 §7.1). */
public enum TokenType {
    /** RFC 6750. */
    BEARER("Bearer"),
    /** RFC 9449 §5. */
    DPOP("DPoP");

    private final String wireName;

    TokenType(String wireName) {
        this.wireName = wireName;
    }

    /** As written in answers and claims, and before the token in a request. */
    public String wireName() {
        return wireName;
    }
}
