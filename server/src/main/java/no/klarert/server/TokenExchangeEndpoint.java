package no.klarert.server;

import no.klarert.issuer.AltinnTokenExchange;
import no.klarert.issuer.ExchangeOutcome;
import tools.jackson.databind.node.StringNode;

/**
 * Exchanges a Maskinporten token for an Altinn token (Maskinporten §9.3). Another token provider is refused with 400, the header
 * of the abolished enterprise users with 410, a token that is not a Maskinporten token of ours with 401.
 */
final class TokenExchangeEndpoint {
    private static final String ENTERPRISE_USER = "X-Altinn-EnterpriseUser-Authentication";

    private final AltinnTokenExchange exchange;

    TokenExchangeEndpoint(AltinnTokenExchange exchange) {
        this.exchange = exchange;
    }

    Answer exchange(Call call) {
        if (!call.parameter("provider").equalsIgnoreCase("maskinporten")) {
            return Answer.text(400, "Invalid TokenProvider. The only token provider here is maskinporten.");
        }
        if (call.header(ENTERPRISE_USER).isPresent()) {
            return Problem.ofStatus(410, "enterprise users no longer exist; leave out the header " + ENTERPRISE_USER)
                    .answer(call.trace());
        }
        return switch (exchange.exchange(Callers.unverified(call))) {
            case ExchangeOutcome.Exchanged exchanged ->
                written(call, exchanged.token().reveal());
            case ExchangeOutcome.Refused refused -> throw Callers.invalidToken();
        };
    }

    /** The bare token, or a JSON string if the caller asks for JSON. */
    private static Answer written(Call call, String token) {
        var answer = MediaPreference.isForJson(call, "text/plain")
                ? Answer.json(200, StringNode.valueOf(token))
                : Answer.text(200, token);
        return answer.noStore();
    }
}
