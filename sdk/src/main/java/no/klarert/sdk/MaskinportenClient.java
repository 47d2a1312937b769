package no.klarert.sdk;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import no.klarert.sdk.Refreshing.Fetched;
import no.klarert.vocabulary.ClientId;

/**
 * Gets access tokens with the JWT grant (RFC 7523 §2.1, Maskinporten token endpoint), for the client's own organisation or for
 * a customer's system user, and keeps each until shortly before it expires.
 *
 * <pre>{@code
 * var key = SigningKey.fromJwkFile(Path.of("client-key.jwk"));
 * var maskinporten = MaskinportenClient.builder(issuer, clientId, key).build();
 * if (maskinporten.token(TokenRequest.of(scope).forSystemUser(customer)) instanceof Issued issued) {
 *     request.header("Authorization", issued.token().authorizationHeader());
 * }
 * }</pre>
 *
 * <p>Threads that ask for the same token at the same time share one request. Network errors and server errors are tried again,
 * with a new grant each time; a refusal is not.
 */
public final class MaskinportenClient {
    private static final String GRANT_TYPE = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private final URI issuer;
    private final ClientId clientId;
    private final SigningKey key;
    private final HttpTransport transport;
    private final InstantSource clock;
    private final Supplier<String> ids;
    private final TokenCache cache;
    private final Refreshing<IssuerMetadata> metadata;
    private final Optional<URI> givenEndpoint;
    private final Map<TokenRequest, CompletableFuture<TokenOutcome>> underWay = new ConcurrentHashMap<>();

    private MaskinportenClient(Builder from) {
        this.issuer = from.issuer;
        this.clientId = from.clientId;
        this.key = from.key;
        this.transport = new HttpTransport(from.http);
        this.clock = from.clock;
        this.ids = from.ids;
        this.cache = new TokenCache(from.expiryMargin, from.clock);
        this.metadata = new Refreshing<>(() -> IssuerMetadata.fetch(from.issuer, from.http), from.clock);
        this.givenEndpoint = from.tokenEndpoint.map(uri -> from.http.checked("token endpoint", uri));
    }

    /**
     * Starts a client.
     *
     * @param issuer exactly as the issuer names itself, for Maskinporten with the trailing slash
     */
    public static Builder builder(URI issuer, ClientId clientId, SigningKey key) {
        return new Builder(issuer, clientId, key);
    }

    /** A token for {@code request}: from the cache when there is one that lasts, else from the issuer. */
    public TokenOutcome token(TokenRequest request) {
        return cache.get(request).<TokenOutcome>map(TokenOutcome.Issued::new).orElseGet(() -> sharedFetch(request));
    }

    /** Another token than {@code refused}, which an API answered 401 to. */
    public TokenOutcome tokenInsteadOf(AccessToken refused, TokenRequest request) {
        forget(refused, request);
        return token(request);
    }

    /** Drops {@code refused} from the cache without getting another. */
    void forget(AccessToken refused, TokenRequest request) {
        cache.remove(request, refused);
    }

    private TokenOutcome sharedFetch(TokenRequest request) {
        var mine = new CompletableFuture<TokenOutcome>();
        var others = underWay.putIfAbsent(request, mine);
        if (others != null) {
            return await(others);
        }
        try {
            var outcome = cache.get(request)
                    .<TokenOutcome>map(TokenOutcome.Issued::new)
                    .orElseGet(() -> fetch(request));
            mine.complete(outcome);
            return outcome;
        } finally {
            mine.complete(new TokenOutcome.Unavailable("the request that was waited for failed"));
            underWay.remove(request, mine);
        }
    }

    private static TokenOutcome await(CompletableFuture<TokenOutcome> outcome) {
        try {
            return outcome.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new TokenOutcome.Unavailable("interrupted while waiting");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("outcomes are never exceptional", impossible);
        }
    }

    private TokenOutcome fetch(TokenRequest request) {
        if (givenEndpoint.isPresent()) {
            return fetch(request, givenEndpoint.get());
        }
        var found = metadata.current();
        if (found instanceof Fetched.Failure<IssuerMetadata> failure) {
            return new TokenOutcome.Unavailable(failure.reason());
        }
        return ((Fetched.Value<IssuerMetadata>) found)
                .value()
                .tokenEndpoint()
                .map(endpoint -> fetch(request, endpoint))
                .orElseGet(() -> new TokenOutcome.Unavailable("the issuer's metadata names no token endpoint"));
    }

    private TokenOutcome fetch(TokenRequest request, URI endpoint) {
        var askedAt = clock.instant();
        var result = transport.sendRetrying(() -> attempt(request, endpoint));
        var outcome = TokenAnswers.read(result, request, askedAt);
        if (outcome instanceof TokenOutcome.Issued issued) {
            cache.put(request, issued.token());
        }
        return outcome;
    }

    private HttpRequest.Builder attempt(TokenRequest request, URI endpoint) {
        Instant now = clock.instant();
        var assertion = key.sign(new Grant(issuer, clientId, request, now, ids.get()).toJson());
        var form = "grant_type=" + URLEncoder.encode(GRANT_TYPE, StandardCharsets.UTF_8) + "&assertion=" + assertion;
        return HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(form));
    }

    /** Settings of a {@link MaskinportenClient}; everything not set has a default that is right for most. */
    public static final class Builder {
        private final URI issuer;
        private final ClientId clientId;
        private final SigningKey key;
        private HttpSettings http = HttpSettings.standard();
        private InstantSource clock = InstantSource.system();
        private Supplier<String> ids = () -> UUID.randomUUID().toString();
        private Duration expiryMargin = Duration.ofSeconds(10);
        private Optional<URI> tokenEndpoint = Optional.empty();

        private Builder(URI issuer, ClientId clientId, SigningKey key) {
            this.issuer = issuer;
            this.clientId = clientId;
            this.key = key;
        }

        /** The token endpoint, when it is not to be looked up in the issuer's metadata (RFC 8414 §2). */
        public Builder tokenEndpoint(URI endpoint) {
            tokenEndpoint = Optional.of(endpoint);
            return this;
        }

        /** How long before its expiry a token is no longer taken from the cache; 10 seconds unless set. */
        public Builder expiryMargin(Duration margin) {
            if (margin.isNegative()) {
                throw new IllegalArgumentException("the margin must not be negative, but is " + margin);
            }
            expiryMargin = margin;
            return this;
        }

        /** How to talk HTTP. */
        public Builder http(HttpSettings settings) {
            http = settings;
            return this;
        }

        /** The clock grants and expiry go by; the system's unless set. */
        public Builder clock(InstantSource clock) {
            this.clock = clock;
            return this;
        }

        /** Where the ids of grants ({@code jti}) come from: each must be new. Random UUIDs unless set. */
        public Builder grantIds(Supplier<String> ids) {
            this.ids = ids;
            return this;
        }

        /** Refuses an issuer or endpoint that is not {@code https} (or plain http on this machine). */
        public MaskinportenClient build() {
            http.checked("issuer", issuer);
            return new MaskinportenClient(this);
        }
    }
}
