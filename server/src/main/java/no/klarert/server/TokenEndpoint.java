package no.klarert.server;

import no.klarert.issuer.OAuthError;
import no.klarert.issuer.TokenOutcome;
import no.klarert.issuer.TokenService;
import no.klarert.storage.StorageUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The token endpoint (RFC 6749 §3.2; Maskinporten §2.1). Everything that can be wrong with a request is answered as RFC 6749 §5.2
 * has it; while the store cannot be reached the answer is 503, so that nobody takes an outage for a refusal (Maskinporten §3.4).
 * Whoever asks too often is answered 429: an address before anything is read, a client when it has proved who it is.
 */
final class TokenEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(TokenEndpoint.class);

    private final TokenService service;
    private final Possessions possessions;
    private final RequestLimits limits;

    TokenEndpoint(TokenService service, Possessions possessions, RequestLimits limits) {
        this.service = service;
        this.possessions = possessions;
        this.limits = limits;
    }

    Answer token(Call call) {
        return limits.address(call)
                .map(wait -> TokenAnswers.tooMany(wait, call.trace().trace()))
                .orElseGet(() -> answer(call));
    }

    private Answer answer(Call call) {
        var traceId = call.trace().trace();
        return switch (TokenForm.read(call, possessions.of(call))) {
            case TokenForm.Sound(var request) -> {
                try {
                    var outcome = service.request(request);
                    if (outcome instanceof TokenOutcome.Refused refused
                            && refused.error() == OAuthError.INVALID_GRANT) {
                        limits.failed(call);
                    }
                    yield TokenAnswers.of(outcome, traceId);
                } catch (StorageUnavailableException e) {
                    LOG.error("neither issued nor refused, trace {}: {}", traceId, e.getMessage());
                    yield TokenAnswers.unavailable(traceId);
                }
            }
            case TokenForm.Faulty(var refusal) -> TokenAnswers.of(service.refused(refusal, traceId), traceId);
        };
    }
}
