package no.klarert.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;
import no.klarert.issuer.AccessTokenVerifier;
import no.klarert.issuer.BoundTokens;
import no.klarert.issuer.EndUser;
import no.klarert.issuer.EndUserTokens;
import no.klarert.issuer.IssuerKeys;
import no.klarert.issuer.IssuerName;
import no.klarert.issuer.Issuers;
import no.klarert.issuer.KeySealer;
import no.klarert.issuer.KeySettings;
import no.klarert.issuer.KeyState;
import no.klarert.issuer.ListedKey;
import no.klarert.issuer.SigningKeys;
import no.klarert.issuer.TokenSigner;
import no.klarert.issuer.TokenVerification;
import no.klarert.storage.Bytes;
import no.klarert.store.contract.Race;
import no.klarert.store.contract.Samples;
import no.klarert.vocabulary.AuthenticationLevel;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two nodes on one database sign and verify without pause while days go by and keys follow each other (Maskinporten §1.3). Time
 * stands still while a token is signed and checked, so that what a verifier may rely on is known to the second.
 */
@Timeout(180)
class RotationUnderLoadTest {
    private static final Provider RSA = Objects.requireNonNull(Security.getProvider("SunRsaSign"));
    private static final Duration STEP = Duration.ofMinutes(10);
    private static final Duration LONGEST_TOKEN = Duration.ofHours(2);
    private static final int ROTATIONS = 3;
    private static final int CALLERS = 6;

    /** As tight as it may be: the hour that key sets are kept, and two steps in which the nodes hear of each other. */
    private static final KeySettings SETTINGS =
            new KeySettings(2048, Duration.ofMinutes(80), Duration.ZERO, Duration.ofHours(3));

    private final String url = TestServer.newDatabase();
    private final Time time = new Time();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger calls = new AtomicInteger();
    private final Set<String> used = ConcurrentHashMap.newKeySet();
    private final List<Node> nodes = Race.of(2, number -> new Node(TestServer.open(url)));

    @AfterEach
    void stop_the_nodes() {
        nodes.forEach(node -> node.store.close());
    }

    /** Stands still for whoever works, and moves when nobody does. */
    private static final class Time implements InstantSource {
        private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock(true);
        private volatile Instant now = Samples.NOW;

        @Override
        public Instant instant() {
            return now;
        }

        void standing(Runnable work) {
            gate.readLock().lock();
            try {
                work.run();
            } finally {
                gate.readLock().unlock();
            }
        }

        void advance() {
            gate.writeLock().lock();
            try {
                now = now.plus(STEP);
            } finally {
                gate.writeLock().unlock();
            }
        }
    }

    /** One process of an installation. */
    private final class Node {
        private final PostgresStore store;
        private final SigningKeys keys;
        private final Issuers issuers;
        private final EndUserTokens tokens;
        private final AccessTokenVerifier verifier;

        Node(PostgresStore store) {
            this.store = store;
            this.keys = new SigningKeys(
                    store.transactions(),
                    store.signingKeys(),
                    store.audit(),
                    new KeySealer(Bytes.of(new byte[KeySealer.KEY_BYTES]), new SecureRandom()),
                    RSA,
                    time,
                    SETTINGS);
            this.issuers = Issuers.open("https://klarert.example/", "https://altinn.klarert.example/", keys);
            this.tokens = new EndUserTokens(new TokenSigner(issuers.altinn(), new SecureRandom()), time);
            this.verifier = new AccessTokenVerifier(issuers, new BoundTokens(store.replayGuard(), time), RSA, time);
        }

        String token() {
            var person = new EndUser(new UserId(20_000_001), new PartyId(50_000_001), new PartyUuid(Samples.uuid("1")));
            return tokens.issue(person, new AuthenticationLevel(4), Set.of(EndUserTokens.PORTAL))
                    .reveal();
        }

        IssuerKeys published() {
            return issuers.altinn().keys();
        }

        /** What a node does every few seconds. */
        boolean tend() {
            issuers.refreshKeys(time.instant());
            return keys.rotation().rotateIfDue(IssuerName.ALTINN);
        }
    }

    /** An API that keeps the key set it got from some node as long as it may, and asks for no other meanwhile. */
    private final class Api {
        private final Node asks;
        private Instant fetchesAgain;
        private JWKSet known;

        /** The first fetch lasts for some steps only, so that APIs fetch at all times of the hour. */
        Api(Node asks, int steps) {
            this.asks = asks;
            this.known = parse(asks.published().published(time.instant()).json());
            this.fetchesAgain = time.instant().plus(STEP.multipliedBy(steps));
        }

        void check(String token) {
            var now = time.instant();
            if (!now.isBefore(fetchesAgain)) {
                known = parse(asks.published().published(now).json());
                fetchesAgain = now.plus(SETTINGS.maxAge());
            }
            try {
                var jwt = SignedJWT.parse(token);
                var key = known.getKeyByKeyId(jwt.getHeader().getKeyID());
                assertThat(key)
                        .as("key %s at %s", jwt.getHeader().getKeyID(), now)
                        .isNotNull();
                assertThat(jwt.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
            } catch (ParseException | JOSEException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static JWKSet parse(String json) {
        try {
            return JWKSet.parse(json);
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    private record Signed(Instant at, String token) {}

    /** Signs on one node, verifies on the other and at an API, the new token and one that is as old as a token gets. */
    private final class Caller {
        private final Node signs;
        private final Node verifies;
        private final Api api;
        private final Deque<Signed> earlier = new ArrayDeque<>();

        Caller(int number) {
            this.signs = nodes.get(number % 2);
            this.verifies = nodes.get((number + 1) % 2);
            this.api = new Api(nodes.get(number / 2 % 2), number);
        }

        void call() {
            var now = time.instant();
            var token = signs.token();
            assertThat(verifies.verifier.verify(token)).isInstanceOf(TokenVerification.Accepted.class);
            api.check(token);
            earlier.add(new Signed(now, token));
            while (earlier.getFirst().at().plus(LONGEST_TOKEN).isBefore(now)) {
                earlier.remove();
            }
            api.check(earlier.getFirst().token());
            used.add(kid(token));
            calls.incrementAndGet();
        }
    }

    private static String kid(String token) {
        try {
            return SignedJWT.parse(token).getHeader().getKeyID();
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void no_verification_fails_while_keys_rotate_on_two_nodes() throws Exception {
        var first = nodes.get(0).token();
        var end =
                time.instant().plus(SETTINGS.lifetime().multipliedBy(ROTATIONS)).plus(STEP);
        try (var threads = Executors.newFixedThreadPool(CALLERS)) {
            var callers = IntStream.range(0, CALLERS)
                    .mapToObj(Caller::new)
                    .map(caller -> threads.submit(() -> {
                        while (!over.get()) {
                            time.standing(caller::call);
                        }
                        return true;
                    }))
                    .toList();
            try {
                while (time.instant().isBefore(end) && callers.stream().noneMatch(Future::isDone)) {
                    Race.of(2, node -> nodes.get(node).tend());
                    awaitCalls();
                    time.advance();
                }
            } finally {
                over.set(true);
            }
            for (var caller : callers) {
                assertThat(caller.get()).isTrue();
            }
        }
        assertThat(used).hasSize(ROTATIONS + 1);
        for (var node : nodes) {
            assertThat(node.keys.rotation().list(IssuerName.ALTINN))
                    .extracting(ListedKey::state)
                    .containsOnlyOnce(KeyState.SIGNING)
                    .startsWith(KeyState.GONE)
                    .hasSizeBetween(ROTATIONS + 1, ROTATIONS + 2);
            assertThat(node.verifier.verify(first))
                    .isEqualTo(new TokenVerification.Rejected("the token is not signed with a key of its issuer"));
        }
    }

    /** Until every caller has had time for a call or two. */
    private void awaitCalls() throws InterruptedException {
        int enough = calls.get() + 2 * CALLERS;
        for (int i = 0; calls.get() < enough && i < 1_000; i++) {
            Thread.sleep(1);
        }
    }
}
