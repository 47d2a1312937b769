package no.klarert.issuer;

import com.nimbusds.jose.util.Base64URL;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;

/** Fourth stop of a token request: signs claims with the issuer's current key (RS256; Maskinporten §4.2). */
public final class TokenSigner {
    private static final int TOKEN_ID_BYTES = 32;

    private final Issuer issuer;
    private final SecureRandom random;

    public TokenSigner(Issuer issuer, SecureRandom random) {
        this.issuer = issuer;
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
        return issuer.keys().signingKey(at).sign(claims);
    }

    /** A token with the header of Altinn: also {@code typ}. */
    AccessToken signTyped(Map<String, Object> claims, Instant at) {
        return issuer.keys().signingKey(at).signTyped(claims);
    }
}
