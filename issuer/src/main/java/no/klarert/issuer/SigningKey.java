package no.klarert.issuer;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A key pair an issuer signs with, through the provider that holds the private part (RS256; Maskinporten §4.2). What is the same
 * for every token is made once.
 */
final class SigningKey implements KeyTimes.Scheduled {
    private static final Algorithm ALGORITHM = JWSAlgorithm.RS256;
    private static final byte[] PROBE = "klarert".getBytes(StandardCharsets.US_ASCII);

    private final String id;
    private final PrivateKey privateKey;
    private final Provider provider;
    private final RSAPublicKey publicKey;
    private final KeyTimes times;
    private final RSASSASigner signer;
    private final JWSHeader header;
    private final JWSHeader typedHeader;

    /** @param provider of the private key; signs with it */
    SigningKey(PrivateKey privateKey, Provider provider, RSAPublicKey publicKey, KeyTimes times) {
        this.id = thumbprint(publicKey);
        this.privateKey = privateKey;
        this.provider = provider;
        this.publicKey = publicKey;
        this.times = times;
        this.signer = new RSASSASigner(privateKey);
        signer.getJCAContext().setProvider(provider);
        this.header = encoded(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(id));
        this.typedHeader = encoded(new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(id));
    }

    /** One that keeps its serialized form, as those that were read do. */
    private static JWSHeader encoded(JWSHeader.Builder header) {
        try {
            return JWSHeader.parse(header.build().toBase64URL());
        } catch (ParseException e) {
            throw new IssuerException("a header of our own cannot be read", e);
        }
    }

    static String thumbprint(RSAPublicKey key) {
        try {
            return new RSAKey.Builder(key).build().computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IssuerException("this Java has no SHA-256", e);
        }
    }

    /** The RFC 7638 thumbprint of the public key. */
    String id() {
        return id;
    }

    RSAPublicKey publicKey() {
        return publicKey;
    }

    @Override
    public KeyTimes times() {
        return times;
    }

    SigningKey with(KeyTimes others) {
        return others.equals(times) ? this : new SigningKey(privateKey, provider, publicKey, others);
    }

    /** The compact form under a header of {@code kid} and {@code alg}, nothing else. */
    AccessToken sign(Map<String, Object> claims) {
        return sign(header, claims);
    }

    /** The compact form under a header with {@code typ} too. */
    AccessToken signTyped(Map<String, Object> claims) {
        return sign(typedHeader, claims);
    }

    private AccessToken sign(JWSHeader chosen, Map<String, Object> claims) {
        var token = new JWSObject(chosen, new Payload(claims));
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IssuerException("a token cannot be signed with provider " + provider.getName(), e);
        }
        return new AccessToken(token.serialize());
    }

    /** Signs something and checks it, so that a key without its other half, or a token that does not work, is found at start. */
    void prove() throws GeneralSecurityException {
        var signature = Signature.getInstance("SHA256withRSA", provider);
        signature.initSign(privateKey);
        signature.update(PROBE);
        var check = Signature.getInstance("SHA256withRSA");
        check.initVerify(publicKey);
        check.update(PROBE);
        try {
            if (!check.verify(signature.sign())) {
                throw new InvalidKeyException("the private key is not that of the certificate beside it");
            }
        } catch (ProviderException e) {
            throw new InvalidKeyException("provider " + provider.getName() + " does not sign with it", e);
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
