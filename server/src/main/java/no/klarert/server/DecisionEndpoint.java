package no.klarert.server;

import static no.klarert.server.PlatformScope.AUTHORIZE;
import static no.klarert.server.PlatformScope.AUTHORIZE_ADMIN;

import no.klarert.issuer.VerifiedAccessToken;
import no.klarert.pdp.Asker;
import no.klarert.pdp.DecisionPoint;

/**
 * Decisions for API providers (Altinn PDP §1.3), in the JSON profile. Whoever holds a token with the scope may ask about any
 * resource. 401 without a valid token and 403 without the scope; then 415 for a body that is not JSON and 400 or 413 for one that
 * cannot be read (§2.5). Whatever can be read is answered with 200: what cannot be decided is Indeterminate.
 */
final class DecisionEndpoint {
    private static final int LARGEST_BODY = 1024 * 1024;

    private final DecisionPoint decisions;
    private final Callers callers;

    DecisionEndpoint(DecisionPoint decisions, Callers callers) {
        this.decisions = decisions;
        this.callers = callers;
    }

    Answer decide(Call call) {
        var asker = asker(call);
        if (!isJson(call.contentType())) {
            throw call.refuse(Problem.ofStatus(415, "the body must be JSON, with a content type that says so"));
        }
        var query = ShapeProblems.body(call, LARGEST_BODY, DecisionRequestJson::read);
        return Answer.json(200, DecisionResponses.write(decisions.decide(asker, query)))
                .noStore();
    }

    private Asker asker(Call call) {
        var trace = call.trace().trace();
        return switch (callers.holder(call, AUTHORIZE, AUTHORIZE_ADMIN)) {
            case VerifiedAccessToken.OfOrganization token ->
                new Asker(token.consumer().value(), trace);
            case VerifiedAccessToken.OfPerson token -> new Asker(token.actor().label(), trace);
        };
    }

    private static boolean isJson(String mediaType) {
        return switch (mediaType) {
            case "application/json", "text/json" -> true;
            default -> mediaType.startsWith("application/") && mediaType.endsWith("+json");
        };
    }
}
