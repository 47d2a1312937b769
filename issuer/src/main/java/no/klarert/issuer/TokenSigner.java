package no.klarert.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64URL;
import java.security.Provider;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;

/** Fourth stop of a token request: signs claims with the issuer's current key (RS256; Maskinporten §4.2). */
public final class TokenSigner {
    private static final int TOKEN_ID_BYTES = 32;

    private final Issuer issuer;
    private final Provider provider;
    private final SecureRandom random;

    public TokenSigner(Issuer issuer, Provider provider, SecureRandom random) {
        this.issuer = issuer;
        this.provider = provider;
        this.random = random;
    }

    /** The issuer that tokens signed here name. */
    String issuer() {
        return issuer.identifier();
    }

    /** A token id nobody can guess: 43 characters of base64url (Maskinporten §4.3). */
    String newTokenId() {
        var bytes = new byte[TOKEN_ID_BYTES];
        random.nextBytes(bytes);
        return Base64URL.encode(bytes).toString();
    }

    /** A token with the header of Maskinporten: {@code kid} and {@code alg}, nothing else. */
    AccessToken sign(Map<String, Object> claims, Instant at) {
        return sign(claims, new JWSHeader.Builder(JWSAlgorithm.RS256), at);
    }

    /** A token with the header of Altinn: also {@code typ}. */
    AccessToken signTyped(Map<String, Object> claims, Instant at) {
        return sign(claims, new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT), at);
    }

    private AccessToken sign(Map<String, Object> claims, JWSHeader.Builder header, Instant at) {
        var key = issuer.keys().signingKey(at);
        var token = new JWSObject(header.keyID(key.id()).build(), new Payload(claims));
        var signer = new RSASSASigner(key.privateKey());
        signer.getJCAContext().setProvider(provider);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IssuerException("a token cannot be signed with provider " + provider.getName(), e);
        }
        return new AccessToken(token.serialize());
    }
}
