package no.klarert.issuer;

/** What {@link AccessTokenVerifier} says of a text that claims to be an access token. */
public sealed interface TokenVerification {
    record Accepted(VerifiedAccessToken token) implements TokenVerification {}

    /** Not a token of ours, or no longer one; the reason is for people and repeats nothing of the token. */
    record Rejected(String reason) implements TokenVerification {}
}
