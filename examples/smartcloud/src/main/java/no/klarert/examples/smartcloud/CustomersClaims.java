package no.klarert.examples.smartcloud;

import no.klarert.sdk.AccessToken;
import no.klarert.sdk.MaskinportenClient;
import no.klarert.sdk.TokenOutcome;
import no.klarert.sdk.TokenRequest;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;

/** Asks for a customer's open claims as the customer's system user: first a token, then the call. */
final class CustomersClaims {
    private static final TokenRequest WITH_SCOPE = TokenRequest.of(ScopeName.parse("skatteetaten:kravogbetalinger"));
    private static final int UNAUTHORIZED = 401;

    private final MaskinportenClient maskinporten;
    private final ClaimsApi api;

    CustomersClaims(MaskinportenClient maskinporten, ClaimsApi api) {
        this.maskinporten = maskinporten;
        this.api = api;
    }

    Answer of(TokenRequest.Customer customer) {
        var request = WITH_SCOPE.forSystemUser(customer);
        return switch (maskinporten.token(request)) {
            case TokenOutcome.Issued issued -> with(issued.token(), request, customer.organization());
            case TokenOutcome.Refused refused -> new Answer.NoToken(refused);
            case TokenOutcome.Unavailable unavailable -> new Answer.IssuerUnavailable(unavailable.reason());
        };
    }

    /** A token may stop being good before it expires, when the issuer changes its keys: then another is tried, once. */
    private Answer with(AccessToken token, TokenRequest request, OrgNumber customer) {
        var answer = api.openClaims(customer, token);
        return answer instanceof Answer.CallRefused refused
                        && refused.status() == UNAUTHORIZED
                        && maskinporten.tokenInsteadOf(token, request) instanceof TokenOutcome.Issued another
                ? api.openClaims(customer, another.token())
                : answer;
    }
}
