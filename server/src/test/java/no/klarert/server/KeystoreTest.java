package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Issuer keys from a PKCS#12 file. */
class KeystoreTest {
    @TempDir
    private static Path directory;

    private static Path keystore;
    private static Path password;

    @BeforeAll
    static void make_a_keystore() throws Exception {
        keystore = directory.resolve("issuer.p12");
        password = Files.writeString(directory.resolve("password"), TestKeystores.PASSWORD);
        TestKeystores.addKey(keystore, "first", "RSA", "-keysize", "2048");
        TestKeystores.addKey(keystore, "second", "RSA", "-keysize", "2048");
        TestKeystores.addKey(keystore, "small", "RSA", "-keysize", "1024");
        TestKeystores.addKey(keystore, "elliptic", "EC", "-groupname", "secp256r1");
    }

    private static ServerUnderTest start(Path temporary, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(
                Map.of("issuer.keystore", keystore.toString(), "issuer.keystore-password", "file:" + password));
        settings.putAll(more);
        return ServerUnderTest.start(temporary, settings);
    }

    private static String token(ServerUnderTest server) {
        return server.token(ServerUnderTest.SMARTCLOUD, "idporten:dcr.read");
    }

    private static String keyOf(String token, String jwks) throws Exception {
        var jwt = SignedJWT.parse(token);
        var key = JWKSet.parse(jwks).getKeyByKeyId(jwt.getHeader().getKeyID());
        assertThat(jwt.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        return key.getKeyID();
    }

    @Test
    void tokens_are_signed_with_the_keystores_keys_one_after_the_other(@TempDir Path temporary) throws Exception {
        var change = new MovableClock().instant().plus(Duration.ofDays(2));
        try (var server = start(temporary, Map.of("issuer.keystore-maskinporten", "first, second@" + change))) {
            var jwks = server.get("/maskinporten/jwk").send().text();
            assertThat(JWKSet.parse(jwks).getKeys()).hasSize(2);
            var before = keyOf(token(server), jwks);
            server.clock().advance(Duration.ofDays(2));
            var after = keyOf(token(server), jwks);
            assertThat(after).isNotEqualTo(before);
            assertThat(JWKSet.parse(jwks).getKeys())
                    .extracting(key -> key.getKeyID())
                    .containsExactly(before, after);
            server.clock().advance(Duration.ofHours(26));
            assertThat(JWKSet.parse(server.get("/maskinporten/jwk").send().text())
                            .getKeys())
                    .extracting(key -> key.getKeyID())
                    .containsExactly(after);
        }
    }

    @Test
    void the_issuer_without_keys_there_keeps_those_in_the_store(@TempDir Path temporary) throws Exception {
        try (var server = start(temporary, Map.of("issuer.keystore-altinn", "first"))) {
            var maskinporten = server.get("/maskinporten/jwk").send().text();
            keyOf(token(server), maskinporten);
            assertThat(server.wiring().issuer().tendKeys()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "third, there is no private key `third`; there are: first",
        "small, key `small` has 1024 bits",
        "elliptic, key `elliptic` is not a private RSA key",
        "'first,second', sign from the same time on"
    })
    void a_key_that_cannot_be_used_stops_the_start_with_its_alias(
            String aliases, String message, @TempDir Path temporary) {
        assertThatThrownBy(() -> start(temporary, Map.of("issuer.keystore-maskinporten", aliases)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("`issuer.keystore`")
                .hasMessageContaining(keystore.toString())
                .hasMessageContaining(message)
                .hasMessageNotContaining(TestKeystores.PASSWORD);
    }

    @Test
    void a_wrong_password_stops_the_start_without_being_told(@TempDir Path temporary) throws Exception {
        var wrong = Files.writeString(temporary.resolve("wrong"), "uriktig-456");
        assertThatThrownBy(() -> start(
                        temporary.resolve("data"),
                        Map.of("issuer.keystore-password", "file:" + wrong, "issuer.keystore-maskinporten", "first")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("`issuer.keystore-password` is not its password")
                .hasMessageNotContaining("uriktig");
    }

    @Test
    void what_is_missing_or_no_keystore_stops_the_start(@TempDir Path temporary) throws Exception {
        var text = Files.writeString(temporary.resolve("text"), "no keystore");
        for (var file :
                new String[] {text.toString(), temporary.resolve("nowhere").toString()}) {
            assertThatThrownBy(() -> start(
                            temporary.resolve("data"),
                            Map.of("issuer.keystore", file, "issuer.keystore-maskinporten", "first")))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("`issuer.keystore`")
                    .hasMessageContaining(file);
        }
    }
}
