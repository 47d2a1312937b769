package no.klarert.issuer;

/**
 * An access token as a request presents it, not verified in any way.
 *
 * @param scheme the authentication scheme it came with (RFC 6750 §2.1; RFC 9449 §7.1)
 */
public record PresentedToken(TokenType scheme, String compact, Possession possession) {
    /** A token that came alone. */
    public static PresentedToken bearer(String compact) {
        return new PresentedToken(TokenType.BEARER, compact, Possession.NONE);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "token presented as " + scheme;
    }
}
