package no.klarert.issuer;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A key pair an issuer signs with.
 *
 * @param id the RFC 7638 thumbprint of the public key
 */
record SigningKey(String id, PrivateKey privateKey, RSAPublicKey publicKey, Instant created) {
    private static final Algorithm ALGORITHM = JWSAlgorithm.RS256;

    static String thumbprint(RSAPublicKey key) {
        try {
            return new RSAKey.Builder(key).build().computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IssuerException("this Java has no SHA-256", e);
        }
    }

    /** The public part as a JWK, with the members of the public service in its order (Maskinporten §1.3). */
    Map<String, Object> publicJwk() {
        var jwk = new RSAKey.Builder(publicKey)
                .keyUse(KeyUse.SIGNATURE)
                .keyID(id)
                .algorithm(ALGORITHM)
                .build();
        Map<String, Object> members = new LinkedHashMap<>();
        for (var member : new String[] {"kty", "e", "use", "kid", "alg", "n"}) {
            members.put(member, jwk.toJSONObject().get(member));
        }
        return members;
    }

    @Override
    public String toString() {
        return "signing key " + id;
    }
}
