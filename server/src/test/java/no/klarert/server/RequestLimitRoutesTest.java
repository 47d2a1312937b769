package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who calls too often is answered 429 (RFC 6585 §4), over HTTP. A burst is never made up for within a test. */
@SuppressWarnings("NullAway.Init") // each test starts the server with limits of its own
class RequestLimitRoutesTest {
    private static final String SCOPE = "idporten:dcr.read";
    private static final String CLIENTS = AdministrationCalls.BASE + "/clients";

    @TempDir
    private Path directory;

    private ServerUnderTest server;

    @AfterEach
    void stop() {
        server.close();
    }

    private void start(Map<String, String> settings) {
        server = ServerUnderTest.start(directory, settings);
    }

    private static Map<String, String> addresses(int burst) {
        return Map.of(
                "limits.address-rate", "1",
                "limits.address-burst", Integer.toString(burst),
                "limits.failed-authentication-cost", "40",
                "network.trusted-proxies", "127.0.0.1");
    }

    private static Map<String, String> clients(int burst) {
        return Map.of("limits.client-rate", "1", "limits.client-burst", Integer.toString(burst));
    }

    private TestCall.Reply ask(String address, String assertion) {
        return server.post("/maskinporten/token")
                .header("X-Forwarded-For", address)
                .form(TokenCalls.form(TokenCalls.GRANT_TYPE, assertion))
                .send();
    }

    private String assertion() {
        return assertion(ServerUnderTest.SMARTCLOUD);
    }

    private String assertion(String client) {
        return server.assertion(client, claims -> claims.claim("scope", SCOPE));
    }

    /** The first answer that is not {@code usual}; a slow machine makes up for a call now and then, but not for each. */
    private static TestCall.Reply firstAfter(int usual, Supplier<TestCall.Reply> call) {
        var reply = call.get();
        for (int i = 0; i < 200 && reply.status() == usual; i++) {
            reply = call.get();
        }
        return reply;
    }

    private static void assertTooMany(TestCall.Reply reply) {
        assertThat(reply.status()).isEqualTo(429);
        assertThat(Integer.parseInt(reply.header("Retry-After"))).isBetween(1, 60);
    }

    private static void assertTooManyTokens(TestCall.Reply reply) {
        assertTooMany(reply);
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.json().propertyNames()).containsExactly("error", "error_description");
        assertThat(reply.json().path("error").asString()).isEqualTo("temporarily_unavailable");
        assertThat(reply.json().path("error_description").asString()).matches(".*\\(trace_id: [0-9a-f]{32}\\)");
    }

    @Test
    void a_twin_is_not_limited_unless_it_is_asked_to_be() {
        start(Map.of());
        for (int i = 0; i < 50; i++) {
            assertThat(ask("203.0.113.1", "x").status()).isEqualTo(400);
        }
    }

    @Test
    void an_address_that_asks_too_often_waits_and_others_do_not() {
        start(addresses(30));
        assertTooManyTokens(firstAfter(400, () -> ask("203.0.113.1", "malformed")));
        assertThat(ask("203.0.113.2", assertion()).status()).isEqualTo(200);
    }

    @Test
    void a_failed_proof_counts_several_times_for_the_address_and_not_for_the_client() {
        start(addresses(30));
        var forged = assertion();
        forged = forged.substring(0, forged.lastIndexOf('.') + 1) + "AAAA";
        assertThat(ask("203.0.113.1", forged).status()).isEqualTo(400);
        assertTooManyTokens(ask("203.0.113.1", assertion()));
        assertThat(ask("203.0.113.2", assertion()).status()).isEqualTo(200);
    }

    @Test
    void a_refusal_of_who_has_proved_who_it_is_counts_once() {
        start(addresses(30));
        var wrongScope = server.assertion(ServerUnderTest.SMARTCLOUD, claims -> claims.claim("scope", "a:b"));
        assertThat(ask("203.0.113.1", wrongScope).status()).isEqualTo(400);
        assertThat(ask("203.0.113.1", assertion()).status()).isEqualTo(200);
    }

    @Test
    void a_client_that_asks_too_often_waits_wherever_it_is_and_others_do_not() {
        start(clients(3));
        var issued = new AtomicInteger(-1);
        var reply = firstAfter(200, () -> {
            issued.incrementAndGet();
            return ask("203.0.113." + issued.get(), assertion());
        });
        assertTooManyTokens(reply);
        assertThat(server.store().tokenLogEntries()).hasSize(issued.get());
        assertThat(ask("203.0.113.1", assertion(ServerUnderTest.NORDLYS)).status())
                .isEqualTo(200);
    }

    @Test
    void nobody_uses_up_the_share_of_a_client_by_naming_it() {
        start(clients(3));
        var forged = assertion();
        forged = forged.substring(0, forged.lastIndexOf('.') + 1) + "AAAA";
        for (int i = 0; i < 20; i++) {
            assertThat(ask("203.0.113.1", forged).status()).isEqualTo(400);
        }
        assertThat(ask("203.0.113.1", assertion()).status()).isEqualTo(200);
    }

    @Test
    void an_administrator_who_calls_too_often_is_answered_with_a_problem() {
        start(clients(3));
        var token = server.token(ServerUnderTest.SMARTCLOUD, SCOPE);
        var reply = firstAfter(200, () -> server.get(CLIENTS).token(token).send());
        assertTooMany(reply);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.json().path("status").asInt()).isEqualTo(429);
        var other = server.token(ServerUnderTest.NORDLYS, SCOPE);
        assertThat(server.get(CLIENTS).token(other).send().status()).isEqualTo(200);
    }

    @Test
    void tokens_that_are_not_accepted_count_several_times_for_the_address() {
        start(addresses(30));
        assertThat(list("203.0.113.1").token("x.y.z").send().status()).isEqualTo(401);
        assertTooMany(list("203.0.113.1").send());
        for (int i = 0; i < 5; i++) {
            assertThat(list("203.0.113.2").send().status()).isEqualTo(401);
        }
        assertTooMany(server.get(AdministrationCalls.BASE + "/scopes/all")
                .header("X-Forwarded-For", "203.0.113.1")
                .send());
    }

    private TestCall list(String address) {
        return server.get(CLIENTS).header("X-Forwarded-For", address);
    }

    @Test
    void the_addresses_of_one_ipv6_network_are_one() {
        start(addresses(30));
        assertThat(list("2001:db8:1:1::1").token("x.y.z").send().status()).isEqualTo(401);
        assertTooMany(list("2001:db8:1:1:ffff::2").send());
        assertThat(list("2001:db8:1:2::1").send().status()).isEqualTo(401);
    }

    @Test
    void what_is_not_limited_stays_open_to_a_limited_address() {
        start(addresses(30));
        assertThat(list("203.0.113.1").token("x.y.z").send().status()).isEqualTo(401);
        assertThat(server.get("/maskinporten/jwk")
                        .header("X-Forwarded-For", "203.0.113.1")
                        .send()
                        .status())
                .isEqualTo(200);
    }
}
