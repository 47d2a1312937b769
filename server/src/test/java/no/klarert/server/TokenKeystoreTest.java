package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.KeyStore;
import java.security.Security;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Issuer keys in a PKCS#11 token that they never leave; the token is SoftHSM's, where it is installed. */
class TokenKeystoreTest {
    private static final String PIN = "98765432";

    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/softhsm/libsofthsm2.so"),
            Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
            Path.of("/usr/lib64/pkcs11/libsofthsm2.so"),
            Path.of("/opt/homebrew/lib/softhsm/libsofthsm2.so"));

    @TempDir
    private static Path directory;

    private static final String LABEL =
            "klarert-test-" + ProcessHandle.current().pid();

    private static Path configuration;
    private static boolean made;

    @BeforeAll
    static void make_a_token() throws Exception {
        var library = LIBRARIES.stream().filter(Files::exists).findFirst();
        Assumptions.assumeTrue(library.isPresent(), "SoftHSM2 is not installed");
        var slot = slot();
        made = true;
        configuration = Files.writeString(
                directory.resolve("token.cfg"),
                "name = %s\nlibrary = %s\nslot = %s\n".formatted(LABEL, library.get(), slot));
        TestKeystores.makeKey(configuration, PIN, "first", "RSA", "-keysize", "3072");
        TestKeystores.makeKey(configuration, PIN, "small", "RSA", "-keysize", "1024");
    }

    /** Where a new token of our own is. */
    private static String slot() {
        try {
            var said = TestKeystores.run(
                    "softhsm2-util", "--init-token", "--free", "--label", LABEL, "--so-pin", "1234", "--pin", PIN);
            return said.strip().replaceFirst("(?s).*slot ", "");
        } catch (AssertionError | java.io.UncheckedIOException e) {
            return Assumptions.abort("SoftHSM2 makes no token here: " + e.getMessage());
        }
    }

    @AfterAll
    static void delete_the_token() {
        if (made) {
            TestKeystores.run("softhsm2-util", "--delete-token", "--token", LABEL);
        }
    }

    private static ServerUnderTest start(Path temporary, String pin, String aliases) throws Exception {
        var file = Files.writeString(temporary.resolve("pin"), pin);
        return ServerUnderTest.start(
                temporary,
                Map.of(
                        "issuer.keystore",
                        configuration.toString(),
                        "issuer.keystore-type",
                        "pkcs11",
                        "issuer.keystore-password",
                        "file:" + file,
                        "issuer.keystore-maskinporten",
                        aliases));
    }

    private static AuthProvider provider() {
        return (AuthProvider) Security.getProvider("SunPKCS11").configure(configuration.toString());
    }

    /** A log-in to a token is for the whole process. */
    private static void logOut() throws Exception {
        var provider = provider();
        KeyStore.getInstance("PKCS11", provider).load(null, PIN.toCharArray());
        provider.logout();
    }

    @Test
    void the_token_signs_and_its_private_key_stays_where_it_is(@TempDir Path temporary) throws Exception {
        var keystore = KeyStore.getInstance("PKCS11", provider());
        keystore.load(null, PIN.toCharArray());
        assertThat(keystore.getKey("first", null).getEncoded())
                .as("what leaves the token")
                .isNull();
        try (var server = start(temporary, PIN, "first")) {
            for (int i = 0; i < 20; i++) {
                var token = SignedJWT.parse(server.token(ServerUnderTest.SMARTCLOUD, "idporten:dcr.read"));
                var keys = JWKSet.parse(server.get("/maskinporten/jwk").send().text());
                assertThat(token.verify(new RSASSAVerifier(
                                keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey())))
                        .isTrue();
                assertThat(keys.getKeys().getFirst().size()).isEqualTo(3072);
            }
        }
    }

    @Test
    void a_wrong_pin_stops_the_start_without_being_told(@TempDir Path temporary) throws Exception {
        logOut();
        assertThatThrownBy(() -> start(temporary, "11112222", "first"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(configuration.toString())
                .hasMessageContaining("`issuer.keystore-password` is not its password")
                .hasMessageNotContaining("11112222");
    }

    @Test
    void a_key_that_cannot_be_used_stops_the_start_with_its_alias(@TempDir Path temporary) {
        assertThatThrownBy(() -> start(temporary, PIN, "small"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("key `small` has 1024 bits");
        assertThatThrownBy(() -> start(temporary, PIN, "nobodys"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("there is no private key `nobodys`");
    }

    @Test
    void a_library_that_is_not_there_stops_the_start(@TempDir Path temporary) throws Exception {
        var broken =
                Files.writeString(temporary.resolve("broken.cfg"), "name = broken\nlibrary = /no/such/library.so\n");
        assertThatThrownBy(() -> ServerUnderTest.start(
                        temporary.resolve("data"),
                        Map.of(
                                "issuer.keystore", broken.toString(),
                                "issuer.keystore-type", "pkcs11",
                                "issuer.keystore-maskinporten", "first")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(broken.toString());
    }
}
