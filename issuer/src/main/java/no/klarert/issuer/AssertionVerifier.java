package no.klarert.issuer;

import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import no.klarert.issuer.certificate.BusinessCertificates;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.InvalidValueException;

/**
 * Second stop of a token request: finds out who wrote the assertion and whether it counts (RFC 7523 §3; Maskinporten §2.5 steps 3
 * to 10).
 */
public final class AssertionVerifier {
    private final String audience;
    private final TokenFacts facts;
    private final ClientAuthentication authentication;
    private final InstantSource clock;

    /** Verifies assertions addressed to {@code issuer}, with RSA as {@code provider} does it. */
    public AssertionVerifier(
            Issuer issuer,
            TokenFacts facts,
            BusinessCertificates certificates,
            Provider provider,
            InstantSource clock) {
        this.audience = issuer.identifier();
        this.facts = facts;
        this.authentication = new ClientAuthentication(certificates, provider);
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
        return switch (verify(assertion, registration.get())) {
            case Step.Passed<AuthenticationMethod> passed ->
                new VerifiedAssertion(client, passed.value(), assertion.claims().requested(), use(assertion, client));
            case Step.Stopped<AuthenticationMethod> stopped ->
                new Verification.Unverified(stopped.refusal(), Optional.of(client));
        };
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

    private Step<AuthenticationMethod> verify(RawAssertion assertion, RegisteredClient registration) {
        var now = clock.instant();
        var client = registration.client();
        var claims = assertion.claims();
        return Step.passed(assertion.jws())
                .unless(() -> audienceRefusal(claims))
                .then(jws -> authentication.authenticate(jws, client, registration.keys(), now))
                .unless(() -> claims.validity().refusal(now));
    }

    private Optional<Refusal> audienceRefusal(AssertionClaims claims) {
        return claims.audience().equals(List.of(audience))
                ? Optional.empty()
                : Optional.of(Refusal.of(MpCode.MP_110, "it must be `" + audience + "` and nothing else"));
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
