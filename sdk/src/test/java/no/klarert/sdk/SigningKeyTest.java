package no.klarert.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.Base64;
import java.util.stream.Stream;
import no.klarert.sdk.testing.TestKeys;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.KeyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SigningKeyTest {
    private static final RSAKey JWK_KEY = TestKeys.CLIENT;

    @Test
    void signs_with_the_key_of_a_jwk() throws ParseException, JOSEException {
        var signed = JWSObject.parse(SigningKey.fromJwk(JWK_KEY.toJSONString()).sign("{}"));

        assertThat(signed.verify(new RSASSAVerifier(JWK_KEY))).isTrue();
        assertThat(signed.verify(new RSASSAVerifier(TestKeys.STRANGER))).isFalse();
    }

    @Test
    void signs_with_the_algorithm_the_jwk_states() throws ParseException, JOSEException {
        var rs512 = new RSAKey.Builder(JWK_KEY).algorithm(JWSAlgorithm.RS512).build();

        assertThat(JWSObject.parse(SigningKey.fromJwk(rs512.toJSONString()).sign("{}"))
                        .getHeader()
                        .getAlgorithm())
                .isEqualTo(JWSAlgorithm.RS512);
    }

    @Test
    void reads_a_key_file(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("key.jwk"), JWK_KEY.toJSONString());

        assertThat(SigningKey.fromJwkFile(file).id()).isEqualTo(new KeyId("client-key-1"));
        assertThatThrownBy(() -> SigningKey.fromJwkFile(folder.resolve("other.jwk")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("other.jwk");
    }

    @Test
    void signs_with_the_key_of_a_pem() throws ParseException, JOSEException {
        var signed = JWSObject.parse(
                SigningKey.fromPem(pem("PRIVATE KEY", JWK_KEY.toPrivateKey().getEncoded()), new KeyId("k1"))
                        .sign("{}"));

        assertThat(signed.getHeader().getKeyID()).isEqualTo("k1");
        assertThat(signed.verify(new RSASSAVerifier(JWK_KEY))).isTrue();
    }

    @ParameterizedTest
    @MethodSource
    void refuses_a_jwk_it_cannot_sign_with_and_does_not_show_it(String jwk) {
        assertThatThrownBy(() -> SigningKey.fromJwk(jwk))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageNotContaining(jwk.length() > 20 ? jwk.substring(0, 20) : "{");
    }

    static Stream<String> refuses_a_jwk_it_cannot_sign_with_and_does_not_show_it() throws JOSEException {
        var weak = new RSAKeyGenerator(1024, true).keyID("weak").generate();
        return Stream.of(
                JWK_KEY.toPublicJWK().toJSONString(),
                new RSAKey.Builder(JWK_KEY).keyID(null).build().toJSONString(),
                new RSAKey.Builder(JWK_KEY)
                        .algorithm(JWSAlgorithm.PS256)
                        .build()
                        .toJSONString(),
                weak.toJSONString(),
                new ECKeyGenerator(Curve.P_256).keyID("ec").generate().toJSONString(),
                octets().toJSONString(),
                "{}",
                "",
                "no json");
    }

    private static OctetSequenceKey octets() throws JOSEException {
        return new OctetSequenceKeyGenerator(256).keyID("mac").generate();
    }

    @ParameterizedTest
    @MethodSource
    void refuses_a_pem_it_cannot_sign_with(String pem) {
        assertThatThrownBy(() -> SigningKey.fromPem(pem, new KeyId("k1")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageNotContaining("MII");
    }

    static Stream<String> refuses_a_pem_it_cannot_sign_with() throws NoSuchAlgorithmException, JOSEException {
        var elliptic = KeyPairGenerator.getInstance("EC").generateKeyPair();
        var weak = KeyPairGenerator.getInstance("RSA");
        weak.initialize(1024);
        return Stream.of(
                "",
                pem("PRIVATE KEY", new byte[] {1, 2, 3}),
                pem("RSA PRIVATE KEY", JWK_KEY.toPrivateKey().getEncoded()),
                pem("PUBLIC KEY", JWK_KEY.toPublicKey().getEncoded()),
                pem("PRIVATE KEY", elliptic.getPrivate().getEncoded()),
                pem("PRIVATE KEY", weak.generateKeyPair().getPrivate().getEncoded()));
    }

    @Test
    void never_prints_itself() throws ParseException {
        var text = SigningKey.fromJwk(JWK_KEY.toJSONString()).toString();

        assertThat(text).isEqualTo("SigningKey[client-key-1, masked]");
        assertThat(text)
                .doesNotContain(String.valueOf(
                        JWK.parse(JWK_KEY.toJSONString()).toRSAKey().getPrivateExponent()));
    }

    private static String pem(String label, byte[] der) {
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }
}
