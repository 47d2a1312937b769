package no.klarert.server.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Assertions made by hand, to be wrong in just one thing; the right ones come from the SDK. */
record Assertions(String issuer, String clientId, RSAKey key, InstantSource clock) {
    /** A sound assertion for {@code scope}, changed by {@code change}, as the body of a token request. */
    String form(String scope, UnaryOperator<JWTClaimsSet.Builder> change) {
        return form(scope, key, change);
    }

    String form(String scope, RSAKey signedWith, UnaryOperator<JWTClaimsSet.Builder> change) {
        var now = clock.instant();
        var claims = change.apply(new JWTClaimsSet.Builder()
                        .issuer(clientId)
                        .audience(issuer)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(60)))
                        .jwtID(UUID.randomUUID().toString())
                        .claim("scope", scope))
                .build();
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        try {
            jwt.sign(new RSASSASigner(signedWith));
        } catch (JOSEException e) {
            throw new IllegalStateException("a freshly made key does not sign", e);
        }
        return "grant_type="
                + URLEncoder.encode("urn:ietf:params:oauth:grant-type:jwt-bearer", StandardCharsets.UTF_8)
                + "&assertion="
                + jwt.serialize();
    }
}
