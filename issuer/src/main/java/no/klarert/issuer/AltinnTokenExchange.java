package no.klarert.issuer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import no.klarert.storage.Transactions;

/**
 * Exchanges a Maskinporten token for an Altinn token (Maskinporten §9.3). The new token lives 30 minutes whatever the old one had
 * left, as clients of the public service expect.
 */
public final class AltinnTokenExchange {
    private static final Duration LIFETIME = Duration.ofMinutes(30);
    private static final Set<String> NOT_COPIED = Set.of("aud", "iss", "client_amr", "sid", "iat", "nbf", "exp");
    private static final String SERVICE_OWNER_SCOPES = "altinn:serviceowner";

    private final AccessTokenVerifier verifier;
    private final TokenSigner signer;
    private final Transactions transactions;
    private final ServiceOwners serviceOwners;
    private final Supplier<UUID> ids;
    private final InstantSource clock;

    /** Signs with {@code signer}, the Altinn issuer's; {@code ids} gives session ids. */
    public AltinnTokenExchange(
            AccessTokenVerifier verifier,
            TokenSigner signer,
            Transactions transactions,
            ServiceOwners serviceOwners,
            Supplier<UUID> ids,
            InstantSource clock) {
        this.verifier = verifier;
        this.signer = signer;
        this.transactions = transactions;
        this.serviceOwners = serviceOwners;
        this.ids = ids;
        this.clock = clock;
    }

    /** Exchanges a Maskinporten token. What it is bound to, the new one is bound to. */
    public ExchangeOutcome exchange(PresentedToken presented) {
        return switch (verifier.claims(presented)) {
            case AccessTokenVerifier.Checked.Doubtful doubtful -> new ExchangeOutcome.Refused(doubtful.why());
            case AccessTokenVerifier.Checked.Genuine genuine
            when genuine.issuer() != IssuerName.MASKINPORTEN -> refused("the token is not from Maskinporten");
            case AccessTokenVerifier.Checked.Genuine genuine -> exchange(genuine);
        };
    }

    private ExchangeOutcome exchange(AccessTokenVerifier.Checked.Genuine genuine) {
        return switch (AccessTokenVerifier.read(genuine)) {
            case TokenVerification.Accepted(VerifiedAccessToken.OfOrganization token) ->
                new ExchangeOutcome.Exchanged(sign(genuine.claims(), token));
            case TokenVerification.Accepted(VerifiedAccessToken.OfPerson person) ->
                refused("the token is that of a person");
            case TokenVerification.Refused why -> new ExchangeOutcome.Refused(why);
        };
    }

    private static ExchangeOutcome refused(String reason) {
        return new ExchangeOutcome.Refused(new TokenVerification.Rejected(reason));
    }

    private AccessToken sign(Map<String, Object> original, VerifiedAccessToken.OfOrganization token) {
        var now = clock.instant();
        Map<String, Object> claims = new LinkedHashMap<>();
        original.forEach((name, value) -> {
            if (!NOT_COPIED.contains(name)) {
                claims.put(name, collapsed(value));
            }
        });
        claims.put(AltinnClaims.ORG_NUMBER, token.consumer().value());
        serviceOwnerCode(token).ifPresent(code -> claims.put(AltinnClaims.ORG, code));
        claims.put(AltinnClaims.METHOD, "maskinporten");
        claims.put(AltinnClaims.LEVEL, (long) AltinnClaims.LEVEL_OF_MASKINPORTEN.value());
        claims.put("iss", signer.issuer());
        claims.put("sid", ids.get().toString());
        putTimes(claims, now, now.plus(LIFETIME));
        return signer.signTyped(claims, now);
    }

    /** Arrays of one element become that element, as the public service's claim mapping leaves them. */
    static Object collapsed(Object value) {
        return value instanceof List<?> list && list.size() == 1 ? list.get(0) : value;
    }

    private Optional<String> serviceOwnerCode(VerifiedAccessToken.OfOrganization token) {
        boolean asServiceOwner =
                token.scopes().stream().anyMatch(scope -> scope.value().startsWith(SERVICE_OWNER_SCOPES));
        return asServiceOwner
                ? transactions.run(transaction -> serviceOwners.codeOf(transaction, token.consumer()))
                : Optional.empty();
    }

    static void putTimes(Map<String, Object> claims, Instant from, Instant until) {
        claims.put("iat", from.getEpochSecond());
        claims.put("nbf", from.getEpochSecond());
        claims.put("exp", until.getEpochSecond());
    }
}
