package no.klarert.issuer;

/** What {@link AccessTokenVerifier} says of a text that claims to be an access token. */
public sealed interface TokenVerification {
    record Accepted(VerifiedAccessToken token) implements TokenVerification {}

    /** Not good enough for access; the reason is for people and repeats nothing of the token. */
    sealed interface Refused extends TokenVerification {
        String reason();
    }

    /** Not a token of ours, or no longer one. */
    record Rejected(String reason) implements Refused {}

    /**
     * A token of ours that is bound to a key, presented without a sound proof of it (RFC 9449 §7.1).
     *
     * @param error {@code invalid_token} if it was not presented as a bound token at all, otherwise {@code invalid_dpop_proof}
     */
    record Unproven(String error, String reason) implements Refused {}
}
