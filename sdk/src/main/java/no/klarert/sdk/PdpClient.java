package no.klarert.sdk;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import no.klarert.sdk.AltinnTokens.Bearer;
import no.klarert.vocabulary.ActionName;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.SystemUserId;

/**
 * Asks the decision point (PDP) whether a system user may do something for a party (authorization PDP, {@code POST
 * /authorize}). Gets and renews the token for it: Maskinporten with scope {@code altinn:authorization/authorize}, then the
 * exchange. Decisions are not cached: a right that is taken back stops working at once.
 *
 * <p>Most use {@link Authorizer}, which also sees to the obligations of a permit.
 */
public final class PdpClient {
    private static final String EXCHANGE = "authentication/api/v1/exchange/maskinporten";
    private static final String AUTHORIZE = "authorization/api/v1/authorize";

    private final HttpTransport transport;
    private final URI endpoint;
    private final AltinnTokens tokens;
    private final Optional<String> subscriptionKey;

    private PdpClient(Builder from) {
        this.transport = new HttpTransport(from.http);
        this.endpoint = from.http.checked("decision endpoint", from.decisionEndpoint);
        var exchange = from.http.checked("exchange endpoint", from.exchangeEndpoint);
        this.tokens = new AltinnTokens(from.maskinporten, exchange, transport, from.clock);
        this.subscriptionKey = from.subscriptionKey;
    }

    /**
     * Starts a client.
     *
     * @param platform the platform's base address, under which the exchange and the decision endpoint are found
     * @param maskinporten gets the tokens; its client must hold scope {@code altinn:authorization/authorize}
     */
    public static Builder builder(URI platform, MaskinportenClient maskinporten) {
        return new Builder(platform, maskinporten);
    }

    /** One decision: may {@code subject} do {@code action} on {@code resource} for {@code party}? */
    public Decision decide(SystemUserId subject, ActionName action, ResourceId resource, OrgNumber party) {
        var request = new DecisionRequest(subject, action, resource, party).toJson();
        var bearer = tokens.current();
        if (!(bearer instanceof Bearer.Held held)) {
            return ((Bearer.Missing) bearer).because();
        }
        var result = ask(request, held.token());
        if (!(result instanceof HttpResult.Answer answer) || answer.status() != 401) {
            return DecisionAnswers.read(result);
        }
        var other = tokens.insteadOf(held.token());
        return other instanceof Bearer.Held renewed
                ? DecisionAnswers.read(ask(request, renewed.token()))
                : ((Bearer.Missing) other).because();
    }

    private HttpResult ask(String request, AccessToken token) {
        return transport.sendRetrying(() -> {
            var builder = HttpRequest.newBuilder(endpoint)
                    .header("Authorization", token.authorizationHeader())
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/json")
                    .POST(BodyPublishers.ofString(request));
            subscriptionKey.ifPresent(key -> builder.header("Ocp-Apim-Subscription-Key", key));
            return builder;
        });
    }

    /** Settings of a {@link PdpClient}. */
    public static final class Builder {
        private final MaskinportenClient maskinporten;
        private URI exchangeEndpoint;
        private URI decisionEndpoint;
        private Optional<String> subscriptionKey = Optional.empty();
        private HttpSettings http =
                HttpSettings.standard().withTimeout(Duration.ofSeconds(3)).withAttempts(2);
        private InstantSource clock = InstantSource.system();

        private Builder(URI platform, MaskinportenClient maskinporten) {
            this.maskinporten = maskinporten;
            var base = platform + (platform.toString().endsWith("/") ? "" : "/");
            this.exchangeEndpoint = URI.create(base + EXCHANGE);
            this.decisionEndpoint = URI.create(base + AUTHORIZE);
        }

        /** Where Maskinporten tokens are exchanged, when not under the platform's base address. */
        public Builder exchangeEndpoint(URI endpoint) {
            exchangeEndpoint = endpoint;
            return this;
        }

        /** Where decisions are made, when not under the platform's base address. */
        public Builder decisionEndpoint(URI endpoint) {
            decisionEndpoint = endpoint;
            return this;
        }

        /** The key of the API gateway in front of the public service ({@code Ocp-Apim-Subscription-Key}). A secret. */
        public Builder subscriptionKey(String key) {
            subscriptionKey = Optional.of(key);
            return this;
        }

        /** How to talk HTTP; three seconds and at most two attempts unless set. */
        public Builder http(HttpSettings settings) {
            http = settings;
            return this;
        }

        /** The clock the token's expiry goes by; the system's unless set. */
        public Builder clock(InstantSource clock) {
            this.clock = clock;
            return this;
        }

        /** Refuses endpoints that are not {@code https} (or plain http on this machine). */
        public PdpClient build() {
            return new PdpClient(this);
        }
    }
}
