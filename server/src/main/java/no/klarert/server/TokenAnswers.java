package no.klarert.server;

import java.time.Duration;
import java.util.stream.Collectors;
import no.klarert.issuer.OAuthError;
import no.klarert.issuer.TokenOutcome;
import no.klarert.vocabulary.ScopeName;

/** Answers of the token endpoint, never to be kept on the way (RFC 6749 §5.1 and §5.2; Maskinporten §4.1 and §5.1). */
final class TokenAnswers {
    private TokenAnswers() {}

    static Answer of(TokenOutcome outcome, String traceId) {
        return switch (outcome) {
            case TokenOutcome.Issued issued -> issued(issued);
            case TokenOutcome.Refused refused -> refused(refused);
            case TokenOutcome.TooMany tooMany -> tooMany(tooMany.pause(), traceId);
        };
    }

    private static Answer issued(TokenOutcome.Issued issued) {
        var body = Json.object();
        body.put("access_token", issued.token().reveal());
        body.put("token_type", issued.type().wireName());
        body.put("expires_in", issued.expiresIn().toSeconds());
        body.put("scope", issued.scopes().stream().map(ScopeName::value).collect(Collectors.joining(" ")));
        return Answer.json(200, body).noStore();
    }

    private static Answer refused(TokenOutcome.Refused refused) {
        var body = Json.object();
        body.put("error", refused.error().code());
        body.put("error_description", refused.description());
        refused.errorUri().ifPresent(uri -> body.put("error_uri", uri));
        return Answer.json(status(refused.error()), body).noStore();
    }

    private static int status(OAuthError error) {
        return error == OAuthError.TEMPORARILY_UNAVAILABLE ? 503 : 400;
    }

    /** Neither issued nor refused: the client or its address asks too often (RFC 6585 §4; Maskinporten §5.2). */
    static Answer tooMany(Duration wait, String traceId) {
        return neither(429, "too many requests; try again later", traceId)
                .with("Retry-After", RequestLimits.retryAfter(wait));
    }

    /** Neither issued nor refused; the client may try again with a new assertion (Maskinporten §5.2). */
    static Answer unavailable(String traceId) {
        return neither(503, "the request cannot be answered now; try again", traceId)
                .with("Retry-After", HttpFront.RETRY_AFTER_SECONDS);
    }

    private static Answer neither(int status, String why, String traceId) {
        var body = Json.object();
        body.put("error", "temporarily_unavailable");
        body.put("error_description", why + " (trace_id: " + traceId + ")");
        return Answer.json(status, body).noStore();
    }
}
