package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.klarert.issuer.AccessTokenVerifier;
import no.klarert.issuer.BoundTokens;
import no.klarert.issuer.EndUser;
import no.klarert.issuer.EndUserTokens;
import no.klarert.issuer.Issuers;
import no.klarert.issuer.KeySealer;
import no.klarert.issuer.KeySettings;
import no.klarert.issuer.SigningKeys;
import no.klarert.issuer.TokenSigner;
import no.klarert.storage.Bytes;
import no.klarert.store.memory.MemoryStore;
import no.klarert.vocabulary.AuthenticationLevel;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.ScopeName;
import no.klarert.vocabulary.UserId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The Altinn PDP cases that go through an endpoint, asked over HTTP of the real decision point with each case's world. Cases for
 * the network-internal endpoint, which is not served, are asked of the public one. A case in {@code pdp-cases-not-passed.txt}
 * must not pass: once it does, its line goes.
 */
class PdpConformanceTest {
    private static final List<String> WITHOUT_ENDPOINT = List.of("engine", "oasis", "accesslist-endpoint");
    private static final List<String> ASKING = List.of("altinn:authorization/authorize");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static final Map<String, String> NOT_PASSED = NotPassed.read();
    private static Callers callers;
    private static EndUserTokens tokens;
    private static HttpServer server;
    private static Endpoint current = call -> Answer.empty(503);

    @BeforeAll
    static void serve() {
        var issuers = issuers();
        callers = new Callers(
                new AccessTokenVerifier(
                        issuers,
                        new BoundTokens(new MemoryStore(CaseWorld.CLOCK).replayGuard(), CaseWorld.CLOCK),
                        Cryptography.provider(),
                        CaseWorld.CLOCK),
                new Possessions(new Addresses(URI.create("https://klarert.example")), Optional.empty()),
                RequestLimits.NONE);
        tokens = new EndUserTokens(new TokenSigner(issuers.altinn(), RANDOM), CaseWorld.CLOCK);
        server = HttpServer.start(
                new KlarertConfig.Network("127.0.0.1", 0, 0, Optional.empty(), TrustedProxies.NONE),
                new RouteTable(List.of(Route.post("/authorization/api/v1/authorize", call -> current.answer(call)))),
                new RouteTable(List.of()),
                RandomGenerator.getDefault());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Issuers issuers() {
        var store = new MemoryStore(CaseWorld.CLOCK);
        var sealer = new KeySealer(Bytes.of(new byte[KeySealer.KEY_BYTES]), RANDOM);
        return Issuers.open(
                "https://klarert.example/maskinporten/",
                "https://klarert.example/authentication/api/v1/openid/",
                new SigningKeys(
                        store.transactions(),
                        store.signingKeys(),
                        store.audit(),
                        sealer,
                        Cryptography.provider(),
                        CaseWorld.CLOCK,
                        KeySettings.ofSize(2048)));
    }

    @TestFactory
    Stream<DynamicNode> answers_every_case_as_expected_or_is_known_not_to() throws IOException {
        var pack = PdpPack.folder();
        if (pack.isEmpty()) {
            return Stream.of(dynamicTest("no cases", () -> Assumptions.abort(PdpPack.HOW_TO_POINT)));
        }
        var groups = groups(pack.get());
        var known =
                groups.values().stream().flatMap(List::stream).map(PdpCase::id).collect(Collectors.toSet());
        assertThat(known).hasSizeGreaterThan(200).containsAll(NOT_PASSED.keySet());
        return groups.entrySet().stream()
                .map(group -> dynamicContainer(
                        group.getKey(), group.getValue().stream().map(PdpConformanceTest::test)));
    }

    private static Map<String, List<PdpCase>> groups(Path pack) throws IOException {
        try (var folders = Files.list(pack.resolve("cases"))) {
            return folders.filter(folder ->
                            !WITHOUT_ENDPOINT.contains(folder.getFileName().toString()))
                    .collect(Collectors.toMap(
                            folder -> folder.getFileName().toString(),
                            folder -> PdpCase.ofGroup(pack, folder),
                            (one, other) -> one,
                            java.util.TreeMap::new));
        }
    }

    private static DynamicTest test(PdpCase each) {
        return dynamicTest(each.id(), () -> {
            var difference = difference(each);
            var reason = NOT_PASSED.get(each.id());
            if (reason == null) {
                assertThat(difference).isEmpty();
            } else if (difference.isEmpty()) {
                fail("passes now: take it off the list");
            } else {
                Assumptions.abort(reason);
            }
        });
    }

    private static Optional<String> difference(PdpCase each) throws Exception {
        if (!each.isJson()) {
            return Optional.of("the body is not JSON");
        }
        try {
            current = new DecisionEndpoint(CaseWorld.load(each), callers)::decide;
        } catch (CaseWorld.UnsupportedWorldException e) {
            return Optional.of("" + e.getMessage());
        }
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.port() + "/authorization/api/v1/authorize"))
                .header("Content-Type", "application/json")
                .header("Ocp-Apim-Subscription-Key", "any")
                .POST(BodyPublishers.ofByteArray(each.body()));
        if (!each.isAnonymous()) {
            request.header("Authorization", "Bearer " + token(each.scopes().orElse(ASKING)));
        }
        var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
        return each.difference(answer.statusCode(), answer.body());
    }

    /** A token with those of the scopes that a token of ours can have: all but `openid`, which has no prefix. */
    private static String token(List<String> scopes) {
        var person = new EndUser(new UserId(1), new PartyId(1), new PartyUuid(new UUID(0, 1)));
        var names = scopes.stream()
                .filter(scope -> !scope.equals("openid"))
                .map(ScopeName::parse)
                .collect(Collectors.toSet());
        return tokens.issue(person, new AuthenticationLevel(3), names).reveal();
    }
}
