package no.klarert.server;

import no.klarert.issuer.TokenService;
import no.klarert.storage.StorageUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The token endpoint (RFC 6749 §3.2; Maskinporten §2.1). Everything that can be wrong with a request is answered as RFC 6749 §5.2
 * has it; while the store cannot be reached the answer is 503, so that nobody takes an outage for a refusal (Maskinporten §3.4).
 */
final class TokenEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(TokenEndpoint.class);

    private final TokenService service;

    TokenEndpoint(TokenService service) {
        this.service = service;
    }

    Answer token(Call call) {
        var traceId = call.trace().trace();
        return switch (TokenForm.read(call)) {
            case TokenForm.Sound(var request) -> {
                try {
                    yield TokenAnswers.of(service.request(request));
                } catch (StorageUnavailableException e) {
                    LOG.error("neither issued nor refused, trace {}: {}", traceId, e.getMessage());
                    yield TokenAnswers.unavailable(traceId);
                }
            }
            case TokenForm.Faulty(var refusal) -> TokenAnswers.of(service.refused(refusal, traceId));
        };
    }
}
