package no.klarert.sdk;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tokens by request, each until shortly before it expires; the least recently used goes when there are too many. */
final class TokenCache {
    private static final int MAX_TOKENS = 10_000;

    private final Map<TokenRequest, AccessToken> tokens = new LinkedHashMap<>(64, 0.75f, true);
    private final Duration margin;
    private final InstantSource clock;

    TokenCache(Duration margin, InstantSource clock) {
        this.margin = margin;
        this.clock = clock;
    }

    synchronized Optional<AccessToken> get(TokenRequest request) {
        var token = tokens.get(request);
        if (token == null) {
            return Optional.empty();
        }
        if (!clock.instant().isBefore(token.expiresAt().minus(margin))) {
            tokens.remove(request);
            return Optional.empty();
        }
        return Optional.of(token);
    }

    synchronized void put(TokenRequest request, AccessToken token) {
        tokens.put(request, token);
        if (tokens.size() > MAX_TOKENS) {
            var eldest = tokens.keySet().iterator();
            eldest.next();
            eldest.remove();
        }
    }

    /** Forgets {@code token}, unless another has taken its place. */
    synchronized void remove(TokenRequest request, AccessToken token) {
        tokens.remove(request, token);
    }
}
