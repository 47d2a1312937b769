package no.klarert.issuer;

import java.security.Provider;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.klarert.issuer.certificate.BusinessCertificates;

/**
 * Finds the key that an assertion is to be signed with, a registered one or that of a business certificate, and checks the signature
 * (Maskinporten §2.4 and §2.5 steps 8 and 9).
 */
final class ClientAuthentication {
    private static final String NO_KEY_IDENTIFIER =
            "Invalid JWT. The client requires pre-registered jwk and no key identifier (kid) provided";
    private static final String UNKNOWN_KEY_IDENTIFIER = "Invalid assertion. Unknown key identifier (kid) for client.";

    private final PresentedCertificates certificates;
    private final SignatureCheck signatures;

    ClientAuthentication(BusinessCertificates certificates, Provider provider) {
        this.certificates = new PresentedCertificates(certificates);
        this.signatures = new SignatureCheck(provider);
    }

    /** How the client proved that it wrote this. {@code keys} are those registered on it, expired ones included. */
    Step<AuthenticationMethod> authenticate(CompactJws jws, Client client, List<ClientKey> keys, Instant now) {
        if (jws.header().containsKey("kid")) {
            return withKey(jws, client, keys, now);
        }
        return jws.header().get("x5c") instanceof List<?> chain && keys.isEmpty()
                ? withCertificate(jws, client, chain, now)
                : Step.stopped(Refusal.of(OAuthError.INVALID_GRANT, NO_KEY_IDENTIFIER));
    }

    private Step<AuthenticationMethod> withKey(CompactJws jws, Client client, List<ClientKey> keys, Instant now) {
        var kid = jws.headerText("kid");
        return keys.stream()
                .filter(key -> key.id().value().equals(kid))
                .findFirst()
                .map(key -> usable(jws, key, now)
                        .then(usable -> method(usable, client, now))
                        .then(method -> signed(jws, key.algorithm(), key.publicKey(), method)))
                .orElseGet(() -> Step.stopped(Refusal.of(OAuthError.INVALID_GRANT, UNKNOWN_KEY_IDENTIFIER)));
    }

    private static Step<ClientKey> usable(CompactJws jws, ClientKey key, Instant now) {
        if (!now.isBefore(key.expires())) {
            return Step.stopped(Refusal.of(MpCode.MP_121));
        }
        return key.algorithm().name().equals(jws.headerText("alg"))
                ? Step.passed(key)
                : Step.stopped(Refusal.of(MpCode.MP_124, "the key is registered for " + key.algorithm()));
    }

    /** A key that is locked to a certificate counts as long as the certificate does, and as that certificate (Maskinporten §7.3). */
    private Step<AuthenticationMethod> method(ClientKey key, Client client, Instant now) {
        return key.certificate()
                .map(chain -> certificates
                        .judge(chain, client.owner(), now)
                        .map(certificate -> AuthenticationMethod.of(certificate.profile())))
                .orElseGet(() -> Step.passed(AuthenticationMethod.REGISTERED_KEY));
    }

    private Step<AuthenticationMethod> withCertificate(CompactJws jws, Client client, List<?> chain, Instant now) {
        return PresentedCertificates.read(chain)
                .then(read -> certificates.judge(read, client.owner(), now))
                .then(certificate -> algorithm(jws)
                        .map(algorithm -> signed(
                                jws,
                                algorithm,
                                certificate.publicKey(),
                                AuthenticationMethod.of(certificate.profile())))
                        .orElseGet(() -> Step.stopped(Refusal.of(MpCode.MP_124))));
    }

    private static Optional<SignatureAlgorithm> algorithm(CompactJws jws) {
        return SignatureAlgorithm.find(jws.headerText("alg"));
    }

    private Step<AuthenticationMethod> signed(
            CompactJws jws, SignatureAlgorithm algorithm, RSAPublicKey key, AuthenticationMethod method) {
        return signatures.holds(jws, algorithm, key) ? Step.passed(method) : Step.stopped(Refusal.of(MpCode.MP_124));
    }
}
