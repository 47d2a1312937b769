package no.klarert.benchmarks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyPair;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.conscrypt.Conscrypt;

/** Signs assertions of one client ahead of the load: the load itself must cost little. */
record AssertionSigner(String audience, String client, String scope, KeyPair keys) {
    private static final Duration LIFE = Duration.ofSeconds(110);

    /** So many, good for the next hundred seconds or so. */
    List<String> sign(int count) {
        var signer = new RSASSASigner(keys.getPrivate());
        signer.getJCAContext().setProvider(Conscrypt.newProvider());
        return IntStream.range(0, count).mapToObj(i -> sign(signer)).toList();
    }

    private String sign(RSASSASigner signer) {
        var now = InstantSource.system().instant();
        var claims = new JWTClaimsSet.Builder()
                .audience(audience)
                .issuer(client)
                .subject(client)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .jwtID(UUID.randomUUID().toString())
                .claim("scope", scope)
                .build();
        var assertion = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(Keys.ID).build(), claims);
        try {
            assertion.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return assertion.serialize();
    }
}
