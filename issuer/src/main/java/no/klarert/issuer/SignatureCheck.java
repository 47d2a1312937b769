package no.klarert.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import java.nio.charset.StandardCharsets;
import java.security.Provider;
import java.security.interfaces.RSAPublicKey;

/** Checks RSASSA-PKCS1-v1_5 signatures (RFC 7518 §3.3) under an algorithm and a key that the caller chose, never the token. */
final class SignatureCheck {
    private final Provider provider;

    SignatureCheck(Provider provider) {
        this.provider = provider;
    }

    boolean holds(CompactJws jws, SignatureAlgorithm algorithm, RSAPublicKey key) {
        var verifier = new RSASSAVerifier(key);
        verifier.getJCAContext().setProvider(provider);
        try {
            return verifier.verify(
                    new JWSHeader(nimbus(algorithm)),
                    jws.signingInput().getBytes(StandardCharsets.US_ASCII),
                    jws.signature());
        } catch (JOSEException e) {
            throw new IssuerException("a signature cannot be checked with provider " + provider.getName(), e);
        }
    }

    private static JWSAlgorithm nimbus(SignatureAlgorithm algorithm) {
        return switch (algorithm) {
            case RS256 -> JWSAlgorithm.RS256;
            case RS384 -> JWSAlgorithm.RS384;
            case RS512 -> JWSAlgorithm.RS512;
        };
    }
}
