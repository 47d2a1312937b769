package no.klarert.issuer;

/** What comes of exchanging a token for an Altinn token. */
public sealed interface ExchangeOutcome {
    record Exchanged(AccessToken token) implements ExchangeOutcome {}

    /** The token brought is a person's, and has no scope for Altinn. */
    record Insufficient() implements ExchangeOutcome {}

    /** The token brought is not a valid one of the issuer named, or not its sender's. */
    record Refused(TokenVerification.Refused why) implements ExchangeOutcome {}
}
