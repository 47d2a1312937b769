package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Keys of clients (Maskinporten §7.3), over HTTP. */
class ClientKeyRoutesTest {
    private static final RSAKey KEY = newKey("first");
    private static final String SCOPE = "altinn:authentication/systemuser.request.write";

    @TempDir
    private Path directory;

    private ServerUnderTest server;
    private AdministrationCalls calls;
    private String clientId;

    @BeforeEach
    void start() {
        server = ServerUnderTest.start(directory);
        calls = new AdministrationCalls(server);
        clientId = calls.clientId(SCOPE);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyID(id)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public part of a key with what a registration must state. */
    static String registrable(RSAKey key) {
        return new RSAKey.Builder(key.toPublicJWK())
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .build()
                .toJSONString();
    }

    private String url() {
        return AdministrationCalls.BASE + "/clients/" + clientId + "/jwks";
    }

    private static String set(String... keys) {
        return "{\"keys\": [" + String.join(", ", keys) + "]}";
    }

    private TestCall.Reply send(String method, String body) {
        return server.call(method, url())
                .token(calls.smartCloudToken("idporten:dcr.write"))
                .json(body)
                .send();
    }

    private TestCall.Reply read() {
        return server.get(url())
                .token(calls.smartCloudToken("idporten:dcr.read"))
                .send();
    }

    private int tokenStatus(RSAKey key) {
        return TokenCalls.ask(server, server.assertion(clientId, key, claims -> claims.claim("scope", SCOPE)))
                .status();
    }

    private void refused(int status, String message, String body) {
        var keys = read().text();
        var before = calls.state();
        var reply = send("POST", body);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().path("error_description").asString()).contains(message);
        assertThat(calls.state()).isEqualTo(before);
        assertThat(read().text()).isEqualTo(keys);
    }

    @Test
    void a_client_has_no_keys_at_first() {
        assertThat(read().text()).isEqualTo("{\"keys\":[]}");
        assertThat(tokenStatus(KEY)).isEqualTo(400);
    }

    @Test
    void registers_a_key_for_a_year_and_issues_tokens_for_it() {
        var reply = send("POST", set(registrable(KEY)));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().propertyNames()).containsExactly("keys", "created", "last_updated");
        var key = reply.json().path("keys").path(0);
        assertThat(key.propertyNames()).containsExactly("kty", "e", "use", "kid", "alg", "exp", "n");
        assertThat(key.path("exp").asLong())
                .isEqualTo(server.clock().instant().plus(Duration.ofDays(365)).getEpochSecond());
        assertThat(read().json()).isEqualTo(reply.json());
        assertThat(tokenStatus(KEY)).isEqualTo(200);
    }

    @Test
    void an_expired_key_gives_no_token_until_it_is_registered_again() {
        var soon = server.clock().instant().plusSeconds(300).getEpochSecond();
        send("POST", set(registrable(KEY).replaceFirst("\\{", "{\"exp\": " + soon + ", ")));
        assertThat(tokenStatus(KEY)).isEqualTo(200);
        server.clock().advance(Duration.ofMinutes(5));
        var assertion = server.assertion(clientId, KEY, claims -> claims.claim("scope", SCOPE));
        assertThat(TokenCalls.ask(server, assertion).json().path("error_uri").asString())
                .endsWith("MP-121");
        send("PUT", set(registrable(KEY)));
        assertThat(tokenStatus(KEY)).isEqualTo(200);
    }

    @Test
    void a_new_set_replaces_the_old_one() {
        var second = newKey("second");
        send("POST", set(registrable(KEY)));
        send("PUT", set(registrable(KEY), registrable(second)));
        assertThat(tokenStatus(KEY)).isEqualTo(200);
        send("POST", set(registrable(second)));
        assertThat(tokenStatus(second)).isEqualTo(200);
        assertThat(tokenStatus(KEY)).isEqualTo(400);
    }

    @Test
    void what_was_read_can_be_registered_again() {
        send("POST", set(registrable(KEY)));
        assertThat(send("PUT", read().text()).status()).isEqualTo(200);
    }

    @Test
    void deletes_all_keys() {
        send("POST", set(registrable(KEY)));
        var reply = server.call("DELETE", url())
                .token(calls.smartCloudToken("idporten:dcr.write"))
                .send();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("keys")).isEmpty();
        assertThat(tokenStatus(KEY)).isEqualTo(400);
    }

    /** Ways in which a private key comes along by mistake. */
    static List<String> mistakes() {
        var jwk = KEY.toJSONString();
        var pem = "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(encoded()) + "\n-----END";
        var d = KEY.getPrivateExponent();
        return List.of(
                set(jwk),
                set(registrable(KEY), jwk),
                jwk,
                "[" + jwk + "]",
                "{\"jwk\": " + jwk + ", \"keys\": [" + registrable(KEY) + "]}",
                set(registrable(KEY).replaceFirst("\\{", "{\"D\": \"" + d + "\", ")),
                set(registrable(KEY).replaceFirst("\\{", "{\"\\\\u0064\": \"" + d + "\", ")),
                set(registrable(KEY).replaceFirst("\\{", "{\"more\": {\"dQ\": [\"" + d + "\"]}, ")),
                set(registrable(KEY).replace("\"first\"", "\"" + pem.replace("\n", "\\n") + "\"")),
                set(registrable(KEY).replaceFirst("\\{", "{\"pem\": \"" + pem.replace("\n", "\\\\n") + "\", ")),
                pem,
                "{\"keys\": [{\"kty\": \"oct\", \"k\": \"" + d + "\"}]}");
    }

    private static byte[] encoded() {
        try {
            return KEY.toPrivateKey().getEncoded();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("mistakes")
    void a_private_key_is_refused_and_neither_answered_stored_nor_logged(String body) {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var requests = (Logger) LoggerFactory.getLogger("no.klarert.request");
        var usual = requests.getLevel();
        var logged = new ListAppender<ILoggingEvent>();
        logged.list = new CopyOnWriteArrayList<>();
        logged.start();
        root.addAppender(logged);
        requests.setLevel(Level.TRACE);
        try {
            var reply = send("POST", body);
            assertThat(reply.status()).isEqualTo(400);
            var everything = reply.text()
                    + calls.state()
                    + read().text()
                    + server.store().tokenLogEntries()
                    + logged.list.stream()
                            .map(event -> event.getFormattedMessage() + event.getThrowableProxy())
                            .collect(Collectors.joining());
            assertThat(logged.list).isNotEmpty();
            for (var part : secrets()) {
                assertThat(everything).doesNotContain(part);
            }
            assertThat(read().json().path("keys")).isEmpty();
        } finally {
            requests.setLevel(usual);
            root.detachAppender(logged);
        }
        refused(400, "", body);
    }

    private static List<String> secrets() {
        return List.of(
                KEY.getPrivateExponent().toString(),
                KEY.getFirstPrimeFactor().toString(),
                KEY.getFirstCRTCoefficient().toString(),
                Base64.getEncoder().encodeToString(encoded()).substring(40, 70));
    }

    @Test
    void says_that_a_private_key_was_found() {
        refused(400, "private key material", set(KEY.toJSONString()));
        refused(400, "private key material", KEY.toJSONString());
        refused(400, "private key material", "-----BEGIN RSA PRIVATE KEY-----");
        refused(400, "`kid` is a key id", set(registrable(KEY).replace("\"first\"", "\"no key id\"")));
    }

    @Test
    void registering_the_same_key_again_renews_it_for_a_year() {
        send("POST", set(registrable(KEY)));
        server.clock().advance(Duration.ofDays(364));
        assertThat(tokenStatus(KEY)).isEqualTo(200);
        send("POST", set(registrable(KEY)));
        server.clock().advance(Duration.ofDays(364));
        assertThat(tokenStatus(KEY)).isEqualTo(200);
        server.clock().advance(Duration.ofDays(2));
        assertThat(tokenStatus(KEY)).isEqualTo(400);
    }

    @Test
    void a_key_lives_at_most_a_year() {
        var year = server.clock().instant().plus(Duration.ofDays(365)).getEpochSecond();
        assertThat(send("POST", set(expiring(year))).status()).isEqualTo(200);
        refused(400, "`exp`", set(expiring(year + 11)));
        refused(400, "`exp`", set(expiring(server.clock().instant().getEpochSecond())));
    }

    private static String expiring(long exp) {
        return registrable(KEY).replaceFirst("\\{", "{\"exp\": " + exp + ", ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"use\":\"sig\"|\"use\":\"enc\"|`use`",
                "\"alg\":\"RS256\"|\"alg\":\"PS256\"|`alg`",
                "\"kty\":\"RSA\"|\"kty\":\"EC\"|`kty`",
                "\"kid\":\"first\"|\"kid\":\"a b\"|key id",
                "\"e\":\"AQAB\"|\"e\":\"Aw\"|`e`",
                "\"use\":\"sig\"|\"use\":\"sig\",\"exp\":1|`exp`",
                "\"use\":\"sig\"|\"use\":\"sig\",\"x5c\":[]|1 to 6 certificates",
                "\"n\":\"|\"n\":\"AA|`n`"
            })
    void refuses_a_key_that_is_wrong_in_one_thing(String sound, String wrong, String message) {
        refused(400, message, set(registrable(KEY).replace(sound, wrong)));
    }

    @Test
    void refuses_no_keys_six_keys_and_the_same_id_twice() {
        refused(400, "1 to 5 keys", "{\"keys\": []}");
        refused(400, "1 to 5 keys", "{}");
        var six = IntStream.range(0, 6)
                .mapToObj(i -> registrable(KEY).replace("\"first\"", "\"k" + i + "\""))
                .toArray(String[]::new);
        refused(400, "1 to 5 keys", set(six));
        refused(400, "unique within the set", set(registrable(KEY), registrable(KEY)));
    }

    @Test
    void refuses_what_is_not_json_as_we_accept_it() {
        refused(400, "keys: ", "");
        refused(400, "keys: ", "{\"keys\": [");
        refused(400, "twice", "{\"keys\": [], \"keys\": []}");
        refused(400, "nested deeper", "{\"keys\": [" + "[".repeat(5_000));
        refused(413, "larger than", "{\"keys\": \"" + "a".repeat(70_000) + "\"}");
        var reply = server.post(url())
                .token(calls.smartCloudToken("idporten:dcr.write"))
                .body("application/json", new byte[] {'"', (byte) 0xff, '"'})
                .send();
        assertThat(reply.status()).isEqualTo(400);
        assertThat(server.post(url())
                        .token(calls.smartCloudToken("idporten:dcr.write"))
                        .body("text/plain", set(registrable(KEY)))
                        .send()
                        .status())
                .isEqualTo(415);
    }

    @Test
    void others_neither_see_nor_touch_the_keys() {
        clientId = ServerUnderTest.NORDLYS;
        assertThat(read().status()).isEqualTo(403);
        var before = calls.state();
        assertThat(send("POST", set(registrable(KEY))).status()).isEqualTo(403);
        assertThat(send("DELETE", "").status()).isEqualTo(403);
        assertThat(calls.state()).isEqualTo(before);
        clientId = "00000000-0000-0000-0000-000000000000";
        assertThat(send("POST", set(registrable(KEY))).status()).isEqualTo(404);
    }

    @Test
    void a_token_that_may_only_read_changes_nothing() {
        var before = calls.state();
        var reader = calls.smartCloudToken("idporten:dcr.read");
        for (var method : List.of("POST", "PUT", "DELETE")) {
            assertThat(server.call(method, url())
                            .json(set(registrable(KEY)))
                            .send()
                            .status())
                    .isEqualTo(401);
            assertThat(server.call(method, url())
                            .token(reader)
                            .json(set(registrable(KEY)))
                            .send()
                            .status())
                    .isEqualTo(403);
        }
        assertThat(calls.state()).isEqualTo(before);
    }
}
