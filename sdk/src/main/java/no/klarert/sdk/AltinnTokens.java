package no.klarert.sdk;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import no.klarert.sdk.Decision.Problem;
import no.klarert.vocabulary.ScopeName;
import org.jspecify.annotations.Nullable;

/**
 * The Altinn token that the decision point wants (Maskinporten, Altinn token exchange): a Maskinporten token, exchanged, kept
 * until shortly before it expires. One exchange at a time.
 */
final class AltinnTokens {
    /** A token to ask with, or what to answer because there is none. */
    sealed interface Bearer {
        record Held(AccessToken token) implements Bearer {}

        record Missing(Decision.Unavailable because) implements Bearer {}
    }

    private static final TokenRequest REQUEST = TokenRequest.of(ScopeName.parse("altinn:authorization/authorize"));
    private static final Pattern JWT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final MaskinportenClient maskinporten;
    private final URI endpoint;
    private final HttpTransport transport;
    private final InstantSource clock;
    private final ReentrantLock exchanging = new ReentrantLock();
    private volatile @Nullable AccessToken kept;

    AltinnTokens(MaskinportenClient maskinporten, URI endpoint, HttpTransport transport, InstantSource clock) {
        this.maskinporten = maskinporten;
        this.endpoint = endpoint;
        this.transport = transport;
        this.clock = clock;
    }

    Bearer current() {
        var token = kept;
        return token != null && lasts(token) ? new Bearer.Held(token) : exchanged(token);
    }

    /** Another token than {@code refused}, which the decision point did not accept. */
    Bearer insteadOf(AccessToken refused) {
        return exchanged(refused);
    }

    private Bearer exchanged(@Nullable AccessToken old) {
        exchanging.lock();
        try {
            var token = kept;
            if (token != null && !token.equals(old) && lasts(token)) {
                return new Bearer.Held(token);
            }
            var bearer = withMaskinportenToken(maskinporten.token(REQUEST));
            kept = bearer instanceof Bearer.Held held ? held.token() : null;
            return bearer;
        } finally {
            exchanging.unlock();
        }
    }

    private Bearer withMaskinportenToken(TokenOutcome outcome) {
        if (outcome instanceof TokenOutcome.Issued issued) {
            return exchange(issued.token());
        }
        if (outcome instanceof TokenOutcome.Refused refused) {
            return missing(
                    Problem.NOT_AUTHORIZED,
                    "no token: " + refused.error()
                            + refused.code().map(code -> " " + code).orElse("") + ", " + refused.description());
        }
        return missing(Problem.UNREACHABLE, "no token: " + ((TokenOutcome.Unavailable) outcome).reason());
    }

    private Bearer exchange(AccessToken token) {
        var result = transport.sendRetrying(() -> HttpRequest.newBuilder(endpoint)
                .header("Authorization", token.authorizationHeader())
                .header("Accept", "text/plain"));
        if (!(result instanceof HttpResult.Answer answer)) {
            return missing(Problem.UNREACHABLE, "token exchange: " + ((HttpResult.NoAnswer) result).reason());
        }
        if (answer.status() != 200) {
            maskinporten.forget(token, REQUEST);
            return missing(DecisionAnswers.problem(answer.status()), "token exchange: http " + answer.status());
        }
        var jwt = unquoted(answer.body().strip());
        return JWT.matcher(jwt).matches()
                ? new Bearer.Held(new AccessToken(jwt, token.scopes(), expiry(jwt)))
                : missing(Problem.UNEXPECTED_ANSWER, "token exchange: the answer is not a token");
    }

    /** Some hosts answer a JSON string. */
    private static String unquoted(String body) {
        return body.length() > 1 && body.startsWith("\"") && body.endsWith("\"")
                ? body.substring(1, body.length() - 1)
                : body;
    }

    /** Read without verifying, only to know when to get another; a token that does not say is used once. */
    private Instant expiry(String jwt) {
        try {
            var payload = Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1]);
            return JsonObject.parse(new String(payload, StandardCharsets.UTF_8))
                    .instant("exp")
                    .orElseGet(clock::instant);
        } catch (UnreadableJsonException | IllegalArgumentException unreadable) {
            return clock.instant();
        }
    }

    private boolean lasts(AccessToken token) {
        return clock.instant().isBefore(token.expiresAt().minus(MARGIN));
    }

    private static Bearer missing(Problem problem, String detail) {
        return new Bearer.Missing(new Decision.Unavailable(problem, detail));
    }
}
