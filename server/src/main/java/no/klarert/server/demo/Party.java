package no.klarert.server.demo;

import no.klarert.sdk.MaskinportenClient;
import no.klarert.sdk.TokenOutcome;
import no.klarert.sdk.TokenRequest;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;

/** An organisation of the story with a client of its own. */
record Party(String name, OrgNumber number, MaskinportenClient maskinporten) {
    /** The {@code Authorization} header of a token for this organisation. */
    String token(String... scopes) {
        var names = java.util.Arrays.stream(scopes).map(ScopeName::parse).toList();
        return require(maskinporten.token(TokenRequest.of(names)));
    }

    static String require(TokenOutcome outcome) {
        return switch (outcome) {
            case TokenOutcome.Issued issued -> bare(issued.token().authorizationHeader());
            case TokenOutcome.Refused refused ->
                throw new StoryFailure("no token: " + refused.error() + " " + refused.description());
            case TokenOutcome.Unavailable unavailable -> throw new StoryFailure("no token: " + unavailable.reason());
        };
    }

    private static String bare(String authorizationHeader) {
        return authorizationHeader.substring("Bearer ".length());
    }
}
