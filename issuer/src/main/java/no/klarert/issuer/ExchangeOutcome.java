package no.klarert.issuer;

/** What comes of exchanging a Maskinporten token for an Altinn token. */
public sealed interface ExchangeOutcome {
    record Exchanged(AccessToken token) implements ExchangeOutcome {}

    /** The token brought is not a valid Maskinporten token of ours. */
    record Refused(String reason) implements ExchangeOutcome {}
}
