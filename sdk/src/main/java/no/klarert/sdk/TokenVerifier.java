package no.klarert.sdk;

import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import no.klarert.sdk.Refreshing.Fetched;
import no.klarert.sdk.VerificationOutcome.Reason;
import no.klarert.vocabulary.ScopeName;

/**
 * Verifies access tokens for an API (Maskinporten, API provider side): algorithm, signature by a published key, issuer,
 * times, audience, no binding, consumer, system user, scope. What is not checked has been left out by name.
 *
 * <pre>{@code
 * var verifier = TokenVerifier.builder(issuer).requireScope(scope).ignoreAudience().build();
 * var outcome = verifier.verifyAuthorization(request.headers("Authorization"));
 * }</pre>
 *
 * <p>The issuer's keys are fetched when first needed, kept, and renewed hourly; an unknown {@code kid} leads to a new fetch at
 * most every half minute.
 */
public final class TokenVerifier {
    private static final Pattern BEARER = Pattern.compile("[Bb][Ee][Aa][Rr][Ee][Rr] +([A-Za-z0-9._~+/-]+=*)");

    private final URI issuer;
    private final Optional<ScopeName> scope;
    private final Optional<String> audience;
    private final Duration skew;
    private final InstantSource clock;
    private final Refreshing<PublishedKeys> keys;

    private TokenVerifier(Builder from) {
        this.issuer = from.issuer;
        this.scope = from.scope;
        this.audience = from.audience;
        this.skew = from.skew;
        this.clock = from.clock;
        var source =
                new KeySource(from.issuer, from.jwksUri.map(uri -> from.http.checked("JWKS address", uri)), from.http);
        this.keys = new Refreshing<>(source::fetch, from.clock);
    }

    /**
     * Starts a verifier; say what scope and audience to require before building it.
     *
     * @param issuer exactly as the issuer names itself, for Maskinporten with the trailing slash
     */
    public static Builder builder(URI issuer) {
        return new Builder(issuer);
    }

    /**
     * Verifies the bearer token of a request (RFC 6750 §2.1).
     *
     * @param authorization every {@code Authorization} header of the request; more than one is refused
     */
    public VerificationOutcome verifyAuthorization(List<String> authorization) {
        if (authorization.isEmpty()) {
            return rejected(Reason.NO_TOKEN, "no authorization header");
        }
        if (authorization.size() > 1) {
            return rejected(Reason.MALFORMED, "more than one authorization header");
        }
        var bearer = BEARER.matcher(authorization.get(0).strip());
        return bearer.matches() ? verify(bearer.group(1)) : rejected(Reason.NO_TOKEN, "no bearer token");
    }

    /** Verifies a token in its compact form (RFC 7515 §3.1). */
    public VerificationOutcome verify(String compact) {
        try {
            var signed = SignedToken.parse(compact);
            var known = keys.current();
            if (known instanceof Fetched.Failure<PublishedKeys> failure) {
                return new VerificationOutcome.Unavailable(failure.reason());
            }
            var claims = signed.verifiedBy(key(signed.keyId(), ((Fetched.Value<PublishedKeys>) known).value()));
            return new VerificationOutcome.Verified(checked(claims));
        } catch (TokenRejection rejection) {
            return rejected(rejection.reason(), rejection.detail());
        }
    }

    private RSAPublicKey key(String keyId, PublishedKeys known) throws TokenRejection {
        if (keyId.isEmpty()) {
            throw new TokenRejection(Reason.UNKNOWN_KEY, "its header names no key");
        }
        return known.find(keyId)
                .or(() -> keys.insteadOf(known) instanceof Fetched.Value<PublishedKeys> newer
                        ? newer.value().find(keyId)
                        : Optional.empty())
                .orElseThrow(
                        () -> new TokenRejection(Reason.UNKNOWN_KEY, "the issuer has no key " + Shown.quoted(keyId)));
    }

    private VerifiedToken checked(JsonObject claims) throws TokenRejection {
        try {
            checkIssuer(claims);
            var expiresAt = checkTimes(claims);
            checkAudience(claims);
            checkUnbound(claims);
            var token = new TokenClaims(claims).read(expiresAt);
            checkScope(token);
            return token;
        } catch (UnreadableJsonException malformed) {
            throw new TokenRejection(Reason.CLAIM, Shown.text("" + malformed.getMessage()));
        }
    }

    private void checkIssuer(JsonObject claims) throws TokenRejection {
        var stated = claims.text("iss").orElse("");
        if (!stated.equals(issuer.toString())) {
            throw new TokenRejection(Reason.ISSUER, "issued by " + Shown.quoted(stated));
        }
    }

    private Instant checkTimes(JsonObject claims) throws TokenRejection {
        var now = clock.instant();
        var expiresAt = claims.instant("exp")
                .orElseThrow(() -> new TokenRejection(Reason.EXPIRED, "it does not say when it expires"));
        if (!now.isBefore(expiresAt.plus(skew))) {
            throw new TokenRejection(Reason.EXPIRED, "expired at " + expiresAt);
        }
        var issuedAt = claims.instant("iat")
                .orElseThrow(() -> new TokenRejection(Reason.NOT_YET_VALID, "it does not say when it was issued"));
        var validFrom = claims.instant("nbf").orElse(issuedAt);
        if (issuedAt.isAfter(now.plus(skew)) || validFrom.isAfter(now.plus(skew))) {
            throw new TokenRejection(Reason.NOT_YET_VALID, "issued at " + issuedAt + ", valid from " + validFrom);
        }
        return expiresAt;
    }

    private void checkAudience(JsonObject claims) throws TokenRejection {
        if (audience.isPresent() && !claims.oneOrMoreTexts("aud").contains(audience.get())) {
            throw new TokenRejection(Reason.AUDIENCE, "not meant for `" + audience.get() + "`");
        }
    }

    /** To take a bound token as a bearer token would give a thief what the binding is there to deny (RFC 9449 §7.2). */
    private static void checkUnbound(JsonObject claims) throws TokenRejection {
        if (claims.has("cnf")) {
            throw new TokenRejection(Reason.BOUND, "bound to a key, of which no proof is asked here");
        }
    }

    private void checkScope(VerifiedToken token) throws TokenRejection {
        if (scope.isPresent() && !token.hasScope(scope.get())) {
            throw new TokenRejection(Reason.SCOPE, "scope `" + scope.get() + "` is not in the token");
        }
    }

    private VerificationOutcome rejected(Reason reason, String detail) {
        return new VerificationOutcome.Rejected(reason, detail, BearerChallenge.of(reason, scope));
    }

    /** Settings of a {@link TokenVerifier}. Scope and audience must each be required or ignored by name. */
    public static final class Builder {
        private static final Duration MAX_SKEW = Duration.ofSeconds(10);

        private final URI issuer;
        private Optional<ScopeName> scope = Optional.empty();
        private boolean scopeSettled;
        private Optional<String> audience = Optional.empty();
        private boolean audienceSettled;
        private Duration skew = MAX_SKEW;
        private InstantSource clock = InstantSource.system();
        private HttpSettings http =
                HttpSettings.standard().withTimeout(Duration.ofSeconds(5)).withAttempts(2);
        private Optional<URI> jwksUri = Optional.empty();

        private Builder(URI issuer) {
            this.issuer = issuer;
        }

        /** Requires this scope, as a whole word of the {@code scope} claim. */
        public Builder requireScope(ScopeName scope) {
            this.scope = Optional.of(scope);
            scopeSettled = true;
            return this;
        }

        /** Requires no scope here: the API checks {@link VerifiedToken#hasScope} for each operation itself. */
        public Builder ignoreScope() {
            scope = Optional.empty();
            scopeSettled = true;
            return this;
        }

        /** Requires this value among the token's audiences (RFC 8707); a token without any is refused. */
        public Builder requireAudience(String audience) {
            this.audience = Optional.of(audience);
            audienceSettled = true;
            return this;
        }

        /** Accepts tokens whatever their audience: the API is not one that uses audience-restricted tokens. */
        public Builder ignoreAudience() {
            audience = Optional.empty();
            audienceSettled = true;
            return this;
        }

        /** How far the clocks of issuer and API may differ: 10 seconds unless set, and at most. */
        public Builder clockSkew(Duration skew) {
            if (skew.isNegative() || skew.compareTo(MAX_SKEW) > 0) {
                throw new IllegalArgumentException("the clock skew must be between 0 and 10 seconds, not " + skew);
            }
            this.skew = skew;
            return this;
        }

        /** The address of the issuer's keys, when it is not to be looked up in its metadata. */
        public Builder jwksUri(URI address) {
            jwksUri = Optional.of(address);
            return this;
        }

        /** How to talk HTTP with the issuer. */
        public Builder http(HttpSettings settings) {
            http = settings;
            return this;
        }

        /** The clock times are checked against; the system's unless set. */
        public Builder clock(InstantSource clock) {
            this.clock = clock;
            return this;
        }

        /** Refuses a verifier for which scope or audience has been neither required nor ignored. */
        public TokenVerifier build() {
            if (!scopeSettled) {
                throw new IllegalStateException("say requireScope(...) or ignoreScope()");
            }
            if (!audienceSettled) {
                throw new IllegalStateException("say requireAudience(...) or ignoreAudience()");
            }
            http.checked("issuer", issuer);
            return new TokenVerifier(this);
        }
    }
}
