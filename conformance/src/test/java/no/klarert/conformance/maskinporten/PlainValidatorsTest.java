package no.klarert.conformance.maskinporten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.auth0.jwk.JwkProviderBuilder;
import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.SignatureVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import no.klarert.server.RunningTwin;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.consumer.InvalidJwtSignatureException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two libraries that verify a JWT by a key set's address alone: jose4j, and Auth0's java-jwt with jwks-rsa. */
@ExtendWith(RunningTwin.Shared.class)
class PlainValidatorsTest {
    private static Vendor vendor;
    private static String token;

    @BeforeAll
    static void prepare(RunningTwin twin) {
        vendor = Vendor.smartCloud(twin);
        token = new Http(twin.base()).token(vendor.assertion().sign()).accessToken();
    }

    private static String changed() {
        return token.substring(0, token.length() - 8) + "AAAAAAAA";
    }

    private static JwtConsumer jose4j() {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .setVerificationKeyResolver(
                        new HttpsJwksVerificationKeyResolver(new HttpsJwks(vendor.issuer() + "jwk")))
                .setExpectedIssuer(vendor.issuer())
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setRequireJwtId()
                .build();
    }

    @Test
    void jose4j_verifies_a_token_and_refuses_a_changed_one() throws Exception {
        assertThat(jose4j().processToClaims(token).getStringClaimValue("scope")).isEqualTo(vendor.scope());
        assertThatExceptionOfType(InvalidJwtSignatureException.class)
                .isThrownBy(() -> jose4j().processToClaims(changed()));
    }

    private static DecodedJWT auth0(String jwt) throws Exception {
        var keys = new JwkProviderBuilder(URI.create(vendor.issuer() + "jwk").toURL()).build();
        var key = (RSAPublicKey) keys.get(JWT.decode(jwt).getKeyId()).getPublicKey();
        return JWT.require(Algorithm.RSA256(key))
                .withIssuer(vendor.issuer())
                .build()
                .verify(jwt);
    }

    @Test
    void auth0_verifies_a_token_and_refuses_a_changed_one() throws Exception {
        assertThat(auth0(token).getClaim("scope").asString()).isEqualTo(vendor.scope());
        assertThatExceptionOfType(SignatureVerificationException.class).isThrownBy(() -> auth0(changed()));
    }
}
