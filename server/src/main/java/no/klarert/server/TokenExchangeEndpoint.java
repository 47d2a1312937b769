package no.klarert.server;

import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import no.klarert.issuer.ExchangeOutcome;
import no.klarert.issuer.PresentedToken;
import tools.jackson.databind.node.StringNode;

/**
 * Exchanges a token of Maskinporten's, or of a person's log-in, for an Altinn token (Maskinporten §9.3). Another token provider is
 * refused with 400, the header of the abolished enterprise users with 410, a token that is not a valid one of that provider with
 * 401.
 */
final class TokenExchangeEndpoint {
    private static final String ENTERPRISE_USER = "X-Altinn-EnterpriseUser-Authentication";

    private final Map<String, Function<PresentedToken, ExchangeOutcome>> exchanges;
    private final Callers callers;

    /** Exchanges by the name of the token provider in lower case. */
    TokenExchangeEndpoint(Map<String, Function<PresentedToken, ExchangeOutcome>> exchanges, Callers callers) {
        this.exchanges = Map.copyOf(exchanges);
        this.callers = callers;
    }

    Answer exchange(Call call) {
        var exchange = exchanges.get(call.parameter("provider").toLowerCase(Locale.ROOT));
        if (exchange == null) {
            return Answer.text(
                    400,
                    "Invalid TokenProvider. The token providers here are "
                            + String.join(", ", new TreeSet<>(exchanges.keySet())) + ".");
        }
        if (call.header(ENTERPRISE_USER).isPresent()) {
            return Problem.ofStatus(410, "enterprise users no longer exist; leave out the header " + ENTERPRISE_USER)
                    .answer(call.trace());
        }
        return switch (exchange.apply(callers.presented(call))) {
            case ExchangeOutcome.Exchanged exchanged ->
                written(call, exchanged.token().reveal());
            case ExchangeOutcome.Insufficient insufficient -> throw Callers.forbidden();
            case ExchangeOutcome.Refused refused -> throw Callers.refused(refused.why());
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
