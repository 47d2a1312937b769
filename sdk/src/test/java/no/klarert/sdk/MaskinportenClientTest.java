package no.klarert.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import no.klarert.sdk.testing.MutableClock;
import no.klarert.sdk.testing.TestKeys;
import no.klarert.sdk.testing.TestPlatform;
import no.klarert.sdk.testing.TestServer.Response;
import no.klarert.vocabulary.ExternalRef;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;
import no.klarert.vocabulary.SystemUserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskinportenClientTest {
    private static final ScopeName SCOPE = ScopeName.parse("skatteetaten:kravogbetalinger");
    private static final OrgNumber CUSTOMER = new OrgNumber("312345676");
    private static final SystemUserId SYSTEM_USER = new SystemUserId(UUID.randomUUID());
    private static final String OK = """
            {"access_token":"a.b.c","token_type":"Bearer","expires_in":119,"scope":"skatteetaten:kravogbetalinger"}""";

    private final MutableClock clock = new MutableClock(Instant.parse("2026-01-01T12:00:00Z"));
    private final TestPlatform platform = new TestPlatform(clock);

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void gets_a_token_for_its_own_organisation() throws ParseException {
        var token = issued(client().token(TokenRequest.of(SCOPE)));

        assertThat(JWSObject.parse(token.secretValue()).getPayload().toJSONObject())
                .containsEntry("scope", SCOPE.value())
                .doesNotContainKey("authorization_details");
        assertThat(token.scopes()).containsExactly(SCOPE.value());
        assertThat(token.expiresAt()).isEqualTo(clock.instant().plusSeconds(119));
        assertThat(token.authorizationHeader()).isEqualTo("Bearer " + token.secretValue());
    }

    @Test
    void sends_exactly_the_claims_of_a_plain_grant() throws ParseException {
        issued(client().token(TokenRequest.of(SCOPE).restrictedTo("https://api.example.no/")));

        var grant = sentGrants().get(0);
        assertThat(grant.getHeader().toJSONObject())
                .containsOnly(Map.entry("alg", "RS256"), Map.entry("kid", "client-key-1"));
        assertThat(grant.getPayload().toJSONObject())
                .containsEntry("aud", platform.issuer().toString())
                .containsEntry("iss", TestPlatform.CLIENT.value())
                .containsEntry("iat", clock.instant().getEpochSecond())
                .containsEntry("exp", clock.instant().getEpochSecond() + 60)
                .containsEntry("scope", SCOPE.value())
                .containsEntry("resource", List.of("https://api.example.no/"))
                .containsOnlyKeys("aud", "iss", "iat", "exp", "jti", "scope", "resource");
    }

    @Test
    void gets_a_token_for_a_system_user_with_its_reference() throws ParseException {
        platform.addSystemUser(CUSTOMER, "kunde-1", SYSTEM_USER);

        var token = issued(client().token(TokenRequest.of(SCOPE).forSystemUser(CUSTOMER, new ExternalRef("kunde-1"))));

        assertThat(token.secretValue()).contains(".");
        assertThat(JWSObject.parse(token.secretValue()).getPayload().toString()).contains(SYSTEM_USER.toString());
        assertThat(sentGrants().get(0).getPayload().toJSONObject().get("authorization_details"))
                .isEqualTo(List.of(Map.of(
                        "type", "urn:altinn:systemuser",
                        "systemuser_org", Map.of("authority", "iso6523-actorid-upis", "ID", "0192:312345676"),
                        "externalRef", "kunde-1")));
    }

    @Test
    void tells_the_issuers_refusal_with_its_code_and_trace_id() {
        platform.addSystemUser(CUSTOMER, "kunde-1", SYSTEM_USER);

        var outcome = client().token(TokenRequest.of(SCOPE).forSystemUser(CUSTOMER));

        assertThat(outcome).isInstanceOfSatisfying(TokenOutcome.Refused.class, refused -> {
            assertThat(refused.error()).isEqualTo("invalid_altinn_customer_configuration");
            assertThat(refused.description()).contains("No system user");
            assertThat(refused.code()).contains("MP-303");
            assertThat(refused.traceId()).contains("4f1c9d0e7ab24c5f8e0b6a7d1c2e3f40");
        });
        assertThat(sentGrants()).hasSize(1);
    }

    @Test
    void tells_a_refusal_without_code_and_trace_id() {
        answer(Response.json(400, "{\"error\":\"invalid_scope\"}"));

        assertThat(client().token(TokenRequest.of(SCOPE)))
                .isEqualTo(new TokenOutcome.Refused("invalid_scope", "", Optional.empty(), Optional.empty()));
    }

    @Test
    void keeps_a_refusal_on_one_line() {
        answer(Response.json(400, "{\"error\":\"x\\ny\",\"error_description\":\"a\\r\\nERROR forged\"}"));

        assertThat(client().token(TokenRequest.of(SCOPE)).toString()).doesNotContain("\n", "\r");
    }

    @Test
    void takes_a_token_from_the_cache_until_shortly_before_it_expires() {
        var client = client();
        var first = issued(client.token(TokenRequest.of(SCOPE)));
        clock.advance(Duration.ofSeconds(108));
        assertThat(issued(client.token(TokenRequest.of(SCOPE)))).isSameAs(first);

        clock.advance(Duration.ofSeconds(1));
        assertThat(issued(client.token(TokenRequest.of(SCOPE)))).isNotSameAs(first);
        assertThat(sentGrants()).hasSize(2);
    }

    @Test
    void never_serves_one_customer_the_token_of_another() {
        var other = new OrgNumber("315555558");
        platform.addSystemUser(CUSTOMER, CUSTOMER.value(), SYSTEM_USER);
        platform.addSystemUser(CUSTOMER, "kunde-1", new SystemUserId(UUID.randomUUID()));
        platform.addSystemUser(other, other.value(), new SystemUserId(UUID.randomUUID()));
        var client = client();
        var requests = List.of(
                TokenRequest.of(SCOPE),
                TokenRequest.of(SCOPE).forSystemUser(CUSTOMER),
                TokenRequest.of(SCOPE).forSystemUser(CUSTOMER, new ExternalRef("kunde-1")),
                TokenRequest.of(SCOPE).forSystemUser(other),
                TokenRequest.of(SCOPE).restrictedTo("https://api.example.no/"),
                TokenRequest.of(SCOPE, ScopeName.parse("acme:orders.read")));

        var tokens =
                requests.stream().map(request -> issued(client.token(request)).secretValue());

        assertThat(tokens).doesNotHaveDuplicates();
        assertThat(sentGrants()).hasSize(requests.size());
    }

    @Test
    void replaces_a_token_an_api_did_not_accept_once_for_all_who_held_it() {
        var client = client();
        var refused = issued(client.token(TokenRequest.of(SCOPE)));

        var other = issued(client.tokenInsteadOf(refused, TokenRequest.of(SCOPE)));

        assertThat(other).isNotSameAs(refused);
        assertThat(issued(client.tokenInsteadOf(refused, TokenRequest.of(SCOPE))))
                .isSameAs(other);
    }

    @Test
    void threads_that_ask_at_the_same_time_share_one_request() throws Exception {
        platform.server().on(TestPlatform.TOKEN, request -> {
            pause(Duration.ofMillis(300));
            return Response.json(200, OK);
        });
        var client = client();
        var threads = Executors.newFixedThreadPool(8);
        try {
            Callable<AccessToken> ask = () -> issued(client.token(TokenRequest.of(SCOPE)));
            for (var token :
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> ask).toList())) {
                assertThat(token.get().secretValue()).isEqualTo("a.b.c");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(sentGrants()).hasSize(1);
    }

    @Test
    void tries_again_after_a_server_error_with_a_new_grant() {
        var calls = new AtomicInteger();
        platform.server().on(TestPlatform.TOKEN, request -> Response.json(calls.incrementAndGet() < 3 ? 503 : 200, OK));

        assertThat(client().token(TokenRequest.of(SCOPE))).isInstanceOf(TokenOutcome.Issued.class);
        assertThat(sentGrants().stream().map(MaskinportenClientTest::jti))
                .hasSize(3)
                .doesNotHaveDuplicates();
    }

    @Test
    void gives_up_after_the_allowed_attempts() {
        answer(Response.json(500, "oops"));

        assertThat(client().token(TokenRequest.of(SCOPE))).isEqualTo(new TokenOutcome.Unavailable("http 500"));
        assertThat(sentGrants()).hasSize(3);
    }

    @Test
    void does_not_try_again_after_too_many_requests() {
        answer(Response.json(429, "{\"error\":\"slow_down\"}"));

        assertThat(client().token(TokenRequest.of(SCOPE))).isEqualTo(new TokenOutcome.Unavailable("http 429"));
        assertThat(sentGrants()).hasSize(1);
    }

    @Test
    void a_slow_server_is_unavailable() {
        platform.server().on(TestPlatform.TOKEN, request -> {
            pause(Duration.ofSeconds(5));
            return Response.json(200, OK);
        });
        var http = HttpSettings.standard().withTimeout(Duration.ofMillis(200)).withAttempts(1);

        assertThat(builder().http(http).build().token(TokenRequest.of(SCOPE)))
                .isEqualTo(new TokenOutcome.Unavailable("no answer within 200 ms"));
    }

    @Test
    void a_broken_connection_is_unavailable() {
        platform.server().on(TestPlatform.TOKEN, request -> {
            throw new IOException("cut");
        });

        assertThat(client().token(TokenRequest.of(SCOPE))).isInstanceOf(TokenOutcome.Unavailable.class);
        assertThat(sentGrants()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void an_oversized_answer_is_unavailable_and_not_asked_for_again() {
        answer(Response.json(200, OK.replace("}", ",\"x\":\"" + "x".repeat(300_000) + "\"}")));

        assertThat(client().token(TokenRequest.of(SCOPE)))
                .isEqualTo(new TokenOutcome.Unavailable("the answer is larger than 262144 bytes"));
        assertThat(sentGrants()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "[]",
                "{}",
                "{\"access_token\":\"a.b.c\",\"token_type\":\"Bearer\"}",
                "{\"access_token\":\"a.b.c\",\"token_type\":\"Bearer\",\"expires_in\":0}",
                "{\"access_token\":\"a.b.c\",\"token_type\":\"Bearer\",\"expires_in\":1e300}",
                "{\"access_token\":\"a.b.c\",\"token_type\":\"Bearer\",\"expires_in\":9223372036854775807}",
                "{\"access_token\":\"a.b.c\",\"token_type\":\"Bearer\",\"expires_in\":\"119\"}",
                "{\"access_token\":\"a.b.c\",\"token_type\":\"DPoP\",\"expires_in\":119}",
                "{\"access_token\":\"a b\\r\\nX: y\",\"token_type\":\"Bearer\",\"expires_in\":119}",
                "{\"access_token\":\"a.b.c\",\"access_token\":\"d.e.f\",\"token_type\":\"Bearer\",\"expires_in\":119}",
                "{\"access_token\":\"a.b.c\",\"token_type\":\"Bearer\",\"expires_in\":119,\"scope\":\"skatteetaten:krav\"}",
            })
    void an_answer_that_is_not_a_token_is_unavailable(String body) {
        answer(Response.json(200, body));

        assertThat(client().token(TokenRequest.of(SCOPE))).isInstanceOf(TokenOutcome.Unavailable.class);
    }

    @Test
    void a_refusal_that_is_not_an_oauth_error_is_unavailable() {
        answer(new Response(404, "text/html", "<html>gateway</html>"));

        assertThat(client().token(TokenRequest.of(SCOPE))).isInstanceOf(TokenOutcome.Unavailable.class);
    }

    @Test
    void does_not_follow_a_redirect() {
        answer(new Response(
                307, "text/plain", platform.server().address("elsewhere").toString()));

        assertThat(client().token(TokenRequest.of(SCOPE))).isEqualTo(new TokenOutcome.Unavailable("http 307"));
        assertThat(platform.server().requests("/elsewhere")).isEmpty();
    }

    @Test
    void uses_a_given_endpoint_without_reading_metadata() {
        var endpoint = platform.server().address(TestPlatform.TOKEN.substring(1));

        assertThat(builder().tokenEndpoint(endpoint).build().token(TokenRequest.of(SCOPE)))
                .isInstanceOf(TokenOutcome.Issued.class);
        assertThat(platform.server().requests(TestPlatform.METADATA)).isEmpty();
    }

    @Test
    void reads_metadata_once() {
        var client = client();
        client.token(TokenRequest.of(SCOPE));
        client.token(TokenRequest.of(ScopeName.parse("acme:orders.read")));

        assertThat(platform.server().requests(TestPlatform.METADATA)).hasSize(1);
    }

    @Test
    void refuses_metadata_that_names_another_issuer() {
        metadata("{\"issuer\":\"" + platform.issuer().toString().replaceAll("/$", "") + "\",\"token_endpoint\":\""
                + platform.server().address("maskinporten/token") + "\"}");

        assertThat(client().token(TokenRequest.of(SCOPE)))
                .isInstanceOfSatisfying(
                        TokenOutcome.Unavailable.class,
                        no -> assertThat(no.reason()).contains("not exactly"));
        assertThat(sentGrants()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://192.0.2.1/token", "https://user@localhost/token", "ftp://localhost/", "::", "/token"})
    void refuses_metadata_that_sends_grants_to_a_bad_address(String endpoint) {
        metadata("{\"issuer\":\"" + platform.issuer() + "\",\"token_endpoint\":\"" + endpoint + "\"}");

        assertThat(client().token(TokenRequest.of(SCOPE))).isInstanceOf(TokenOutcome.Unavailable.class);
    }

    @Test
    void is_unavailable_while_the_issuer_is_down_and_well_again_after() {
        platform.server().on(TestPlatform.METADATA, request -> Response.json(503, "{}"));
        var client = client();
        assertThat(client.token(TokenRequest.of(SCOPE))).isInstanceOf(TokenOutcome.Unavailable.class);

        metadata("{\"issuer\":\"" + platform.issuer() + "\",\"token_endpoint\":\""
                + platform.server().address("maskinporten/token") + "\"}");
        clock.advance(Duration.ofSeconds(3));
        assertThat(client.token(TokenRequest.of(SCOPE))).isInstanceOf(TokenOutcome.Issued.class);
    }

    @Test
    void refuses_a_remote_issuer_over_plain_http_unless_told_by_name() {
        var remote = MaskinportenClient.builder(URI.create("http://issuer.example/"), TestPlatform.CLIENT, key());

        assertThatThrownBy(remote::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("allowingPlainHttp");
        assertThat(remote.http(HttpSettings.standard().allowingPlainHttp()).build())
                .isNotNull();
    }

    @Test
    void refuses_an_http_client_that_follows_redirects() {
        var following = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();

        assertThatThrownBy(() -> HttpSettings.standard().withClient(following))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(HttpSettings.standard().withClient(HttpClient.newHttpClient()))
                .isNotNull();
    }

    @Test
    void refuses_a_request_without_scopes() {
        assertThatThrownBy(TokenRequest::of).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keeps_tokens_out_of_texts() {
        var outcome = client().token(TokenRequest.of(SCOPE));

        assertThat(outcome.toString())
                .contains("masked")
                .doesNotContain(issued(outcome).secretValue());
    }

    private MaskinportenClient client() {
        return builder().build();
    }

    private MaskinportenClient.Builder builder() {
        return MaskinportenClient.builder(platform.issuer(), TestPlatform.CLIENT, key())
                .clock(clock);
    }

    private static SigningKey key() {
        return SigningKey.fromJwk(TestKeys.CLIENT.toJSONString());
    }

    private void answer(Response response) {
        platform.server().on(TestPlatform.TOKEN, request -> response);
    }

    private void metadata(String document) {
        platform.server().on(TestPlatform.METADATA, request -> Response.json(200, document));
    }

    private static AccessToken issued(TokenOutcome outcome) {
        assertThat(outcome).isInstanceOf(TokenOutcome.Issued.class);
        return ((TokenOutcome.Issued) outcome).token();
    }

    private List<JWSObject> sentGrants() {
        return platform.server().requests(TestPlatform.TOKEN).stream()
                .map(request -> {
                    assertThat(request.body())
                            .startsWith("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&");
                    return parsed(URLDecoder.decode(request.body().split("assertion=", -1)[1], StandardCharsets.UTF_8));
                })
                .toList();
    }

    private static JWSObject parsed(String compact) {
        try {
            return JWSObject.parse(compact);
        } catch (ParseException malformed) {
            throw new AssertionError(malformed);
        }
    }

    private static String jti(JWSObject grant) {
        return String.valueOf(grant.getPayload().toJSONObject().get("jti"));
    }

    private static void pause(Duration duration) throws IOException {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }
}
