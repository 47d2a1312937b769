package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import no.klarert.sdk.Decision;
import no.klarert.sdk.HttpSettings;
import no.klarert.sdk.MaskinportenClient;
import no.klarert.sdk.PdpClient;
import no.klarert.sdk.SigningKey;
import no.klarert.vocabulary.ActionName;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ResourceId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Our own decision client against our own decision endpoint. Tokens come from a counter beside it that asks the real token
 * service and exchanges nothing: the endpoint takes tokens of either issuer.
 */
class DecisionSdkTest {
    @TempDir
    private static Path directory;

    private static ServerUnderTest server;
    private static HttpServer counter;
    private static PdpClient pdp;

    @BeforeAll
    static void start() {
        server = ServerUnderTest.start(directory);
        DecisionWorld.addTo(server);
        counter = HttpServer.start(
                new KlarertConfig.Network("127.0.0.1", 0, 0, Optional.empty(), TrustedProxies.NONE),
                new RouteTable(List.of(
                        Route.post("/token", DecisionSdkTest::token),
                        Route.get(
                                "/exchange",
                                call -> Answer.text(
                                        200, call.credentials("Bearer").orElseThrow())))),
                new RouteTable(List.of()),
                RandomGenerator.getDefault());
        pdp = client();
    }

    @AfterAll
    static void stop() {
        counter.close();
        server.close();
    }

    private static Answer token(Call call) {
        var form = new String(call.body(100_000), java.nio.charset.StandardCharsets.UTF_8);
        var assertion =
                UrlEncoded.parse(form).orElseThrow().ignoringCase("assertion").orElseThrow();
        var body = Json.object();
        body.put("access_token", server.token(assertion));
        body.put("token_type", "Bearer");
        body.put("expires_in", 119);
        body.put("scope", "altinn:authorization/authorize");
        return Answer.json(200, body);
    }

    private static PdpClient client() {
        var here = URI.create("http://127.0.0.1:" + counter.port());
        var key = SigningKey.fromJwk(
                server.clientKey(ServerUnderTest.SKATTEETATEN).toJSONString());
        var http = HttpSettings.standard();
        var maskinporten = MaskinportenClient.builder(
                        URI.create(ServerUnderTest.BASE + "/maskinporten/"),
                        new ClientId(ServerUnderTest.SKATTEETATEN),
                        key)
                .tokenEndpoint(here.resolve("/token"))
                .clock(server.clock())
                .http(http)
                .build();
        return PdpClient.builder(server.address(), maskinporten)
                .exchangeEndpoint(here.resolve("/exchange"))
                .subscriptionKey("any")
                .clock(server.clock())
                .http(http)
                .build();
    }

    private static Decision decide(String action, String resource, String party) {
        return pdp.decide(
                DecisionWorld.SYSTEM_USER, new ActionName(action), new ResourceId(resource), new OrgNumber(party));
    }

    @Test
    void the_client_reads_a_permit_with_its_obligations() {
        assertThat(decide("read", DecisionWorld.RESOURCE, DecisionWorld.BAKERY))
                .isEqualTo(new Decision.Permit(List.of(new Decision.Obligation(
                        "urn:altinn:obligation:authenticationLevel1",
                        List.of(new Decision.Assignment(
                                "urn:altinn:minimum-authenticationlevel",
                                "urn:altinn:obligation1-assignment1",
                                "3"))))));
    }

    @Test
    void the_client_reads_what_is_not_a_permit() {
        assertThat(decide("read", DecisionWorld.RESOURCE, DecisionWorld.PLUMBER))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.kind()).isEqualTo(Decision.Refused.Kind.NOT_APPLICABLE));
        assertThat(decide("read", "finnes-ikke", DecisionWorld.BAKERY))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.kind()).isEqualTo(Decision.Refused.Kind.INDETERMINATE));
    }
}
