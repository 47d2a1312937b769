package no.klarert.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import no.klarert.issuer.TokenOutcome;
import no.klarert.issuer.TokenRequest;
import no.klarert.storage.Bytes;
import no.klarert.store.memory.MemoryStore;

/** The whole installation with the story's world, on the store in memory and a clock of its own, served on a free port. */
final class ServerUnderTest implements AutoCloseable {
    static final String SKATTEETATEN = "5a1f0c1e-8a34-4b52-9c0e-1d0f3b6a7e01";
    static final String SMARTCLOUD = "5a1f0c1e-8a34-4b52-9c0e-1d0f3b6a7e02";
    static final String NORDLYS = "5a1f0c1e-8a34-4b52-9c0e-1d0f3b6a7e03";
    static final String BASE = "https://klarert.example";

    private final MovableClock clock = new MovableClock();
    private final MemoryStore store = new MemoryStore(clock);
    private final DataDirectory data;
    private final Wiring wiring;
    private final HttpServer server;

    private ServerUnderTest(Path directory, Map<String, String> more) {
        var random = new SecureRandom();
        this.data = DataDirectory.open(directory.resolve("klarert"));
        Map<String, String> settings = new HashMap<>(Map.of(
                "port", "0", "operations-port", "0", "host", "127.0.0.1", "base-url", BASE, "issuer.key-size", "2048"));
        settings.putAll(more);
        var config = KlarertConfig.from(new Settings(settings));
        this.wiring = new Wiring(
                TestStores.of(store),
                config,
                new Addresses(URI.create(BASE)),
                clock,
                random,
                Bytes.of(data.sealingKey(random)),
                CertificateWiring.certificates(config, data, random, clock.instant()));
        wiring.install();
        new WorldLoader(wiring.stores(), data, wiring.issuer().delegationSources(), clock).load("story.yaml", story());
        this.server = HttpServer.start(
                config.network(),
                new RouteTable(wiring.routes()),
                new RouteTable(List.of()),
                RandomGenerator.getDefault());
    }

    /** Starts with an empty store; {@code directory} takes the keys of the seeded clients. */
    static ServerUnderTest start(Path directory) {
        return start(directory, Map.of());
    }

    /** As {@link #start(Path)}, with settings beside or in place of the usual ones. */
    static ServerUnderTest start(Path directory, Map<String, String> settings) {
        return new ServerUnderTest(directory, settings);
    }

    private World story() {
        try (var in = Klarert.class.getResourceAsStream("story.yaml")) {
            return WorldReader.read(
                    "story.yaml", in.readAllBytes(), clock.instant().plus(WorldLoader.KEYS_LAST));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Wiring wiring() {
        return wiring;
    }

    MemoryStore store() {
        return store;
    }

    MovableClock clock() {
        return clock;
    }

    int port() {
        return server.port();
    }

    TestCall get(String pathAndQuery) {
        return call("GET", pathAndQuery);
    }

    TestCall post(String pathAndQuery) {
        return call("POST", pathAndQuery);
    }

    TestCall call(String method, String pathAndQuery) {
        return new TestCall(address(), method, pathAndQuery);
    }

    /** Where it listens; its own name for itself is {@link #BASE}. */
    URI address() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** A Maskinporten token for a seeded client, with those scopes separated by spaces. */
    String token(String clientId, String scopes) {
        return token(assertion(clientId, claims -> claims.claim("scope", scopes)));
    }

    /** The token that the assertion is good for; fails the test if it is refused. */
    String token(String assertion) {
        var request = new TokenRequest.JwtBearer(assertion, "0".repeat(31) + "1");
        return switch (wiring.tokenService().request(request)) {
            case TokenOutcome.Issued issued -> issued.token().reveal();
            case TokenOutcome.Refused refused -> throw new AssertionError(refused.description());
            case TokenOutcome.TooMany tooMany -> throw new AssertionError(tooMany);
        };
    }

    /** A sound assertion of a seeded client, changed by {@code change}. */
    String assertion(String clientId, UnaryOperator<JWTClaimsSet.Builder> change) {
        return assertion(clientId, clientKey(clientId), change);
    }

    /** A sound assertion but for what {@code change} does, signed with {@code key}. */
    String assertion(String clientId, RSAKey key, UnaryOperator<JWTClaimsSet.Builder> change) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(clientId)
                .audience(BASE + "/maskinporten/")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .jwtID(UUID.randomUUID().toString());
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                change.apply(claims).build());
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    /** The private key made for a seeded client. */
    RSAKey clientKey(String clientId) {
        try {
            return JWK.parse(data.read(data.clientKey(clientId)).orElseThrow()).toRSAKey();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
