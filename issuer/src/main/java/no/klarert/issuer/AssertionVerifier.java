package no.klarert.issuer;

import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.InvalidValueException;

/**
 * Second stop of a token request: finds out who wrote the assertion and whether it counts (RFC 7523 §3; Maskinporten §2.5 steps 3
 * to 10).
 */
public final class AssertionVerifier {
    private static final String NO_KEY_IDENTIFIER =
            "Invalid JWT. The client requires pre-registered jwk and no key identifier (kid) provided";
    private static final String UNKNOWN_KEY_IDENTIFIER = "Invalid assertion. Unknown key identifier (kid) for client.";

    private final String audience;
    private final TokenFacts facts;
    private final SignatureCheck signatures;
    private final InstantSource clock;

    /** Verifies assertions addressed to {@code issuer}, with RSA as {@code provider} does it. */
    public AssertionVerifier(Issuer issuer, TokenFacts facts, Provider provider, InstantSource clock) {
        this.audience = issuer.identifier();
        this.facts = facts;
        this.signatures = new SignatureCheck(provider);
        this.clock = clock;
    }

    Verification verify(String assertion) {
        return switch (RawAssertion.read(assertion)) {
            case Step.Passed<RawAssertion> passed -> authenticate(passed.value());
            case Step.Stopped<RawAssertion> stopped -> new Verification.Unverified(stopped.refusal(), Optional.empty());
        };
    }

    private Verification authenticate(RawAssertion assertion) {
        var registration = registration(assertion.claims().issuer());
        if (registration.isEmpty()) {
            return new Verification.Unverified(Refusal.of(MpCode.MP_100), Optional.empty());
        }
        var client = registration.get().client();
        return refusal(assertion, registration.get())
                .<Verification>map(refusal -> new Verification.Unverified(refusal, Optional.of(client)))
                .orElseGet(
                        () -> new VerifiedAssertion(client, assertion.claims().requested(), use(assertion, client)));
    }

    private Optional<RegisteredClient> registration(String issuer) {
        return clientId(issuer)
                .flatMap(facts::client)
                .filter(found -> found.client().active());
    }

    private static Optional<ClientId> clientId(String issuer) {
        try {
            return Optional.of(new ClientId(issuer));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    private Optional<Refusal> refusal(RawAssertion assertion, RegisteredClient registration) {
        var now = clock.instant();
        var claims = assertion.claims();
        return audienceRefusal(claims)
                .or(() -> keyRefusal(assertion.jws(), registration, now))
                .or(() -> claims.validity().refusal(now));
    }

    private Optional<Refusal> audienceRefusal(AssertionClaims claims) {
        return claims.audience().equals(List.of(audience))
                ? Optional.empty()
                : Optional.of(Refusal.of(MpCode.MP_110, "it must be `" + audience + "` and nothing else"));
    }

    private Optional<Refusal> keyRefusal(CompactJws jws, RegisteredClient registration, Instant now) {
        if (!jws.header().containsKey("kid")) {
            return Optional.of(withoutKeyIdentifier(jws, registration));
        }
        var kid = jws.headerText("kid");
        return registration.keys().stream()
                .filter(key -> key.id().value().equals(kid))
                .findFirst()
                .map(key -> signatureRefusal(jws, key, now))
                .orElseGet(() -> Optional.of(Refusal.of(OAuthError.INVALID_GRANT, UNKNOWN_KEY_IDENTIFIER)));
    }

    private static Refusal withoutKeyIdentifier(CompactJws jws, RegisteredClient registration) {
        boolean certificate = jws.header().containsKey("x5c");
        return certificate && registration.keys().isEmpty()
                ? Refusal.of(
                        MpCode.MP_120, "business certificates are not supported here; register a key and send `kid`")
                : Refusal.of(OAuthError.INVALID_GRANT, NO_KEY_IDENTIFIER);
    }

    private Optional<Refusal> signatureRefusal(CompactJws jws, ClientKey key, Instant now) {
        if (!now.isBefore(key.expires())) {
            return Optional.of(Refusal.of(MpCode.MP_121));
        }
        if (!key.algorithm().name().equals(jws.headerText("alg"))) {
            return Optional.of(Refusal.of(MpCode.MP_124, "the key is registered for " + key.algorithm()));
        }
        return signatures.holds(jws, key.algorithm(), key.publicKey())
                ? Optional.empty()
                : Optional.of(Refusal.of(MpCode.MP_124));
    }

    private static TokenLog.Assertion use(RawAssertion assertion, Client client) {
        var jti = assertion.claims().jti().orElseGet(() -> digest(assertion.jws()));
        return new TokenLog.Assertion(
                client.id(), jti, assertion.claims().validity().expires().plus(Validity.SKEW));
    }

    /** Of what is signed: the signature's own spelling must not make a used assertion new. */
    private static String digest(CompactJws jws) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            return Base64URL.encode(hash.digest(jws.signingInput().getBytes(StandardCharsets.US_ASCII)))
                    .toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IssuerException("this Java has no SHA-256", e);
        }
    }
}
