package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Provider;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.klarert.issuer.AssertionVerifier;
import no.klarert.issuer.BoundTokens;
import no.klarert.issuer.Issuers;
import no.klarert.issuer.JwtBearerGrant;
import no.klarert.issuer.KeySealer;
import no.klarert.issuer.KeySettings;
import no.klarert.issuer.SigningKeys;
import no.klarert.issuer.StoredFacts;
import no.klarert.issuer.TokenService;
import no.klarert.issuer.TokenSigner;
import no.klarert.issuer.certificate.BusinessCertificates;
import no.klarert.storage.Bytes;
import no.klarert.storage.StorageUnavailableException;
import no.klarert.storage.Transaction;
import no.klarert.storage.Transactions;
import no.klarert.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no test over HTTP can bring about: a store that does not answer. */
class TokenEndpointTest {
    @Test
    void while_the_store_is_away_nothing_is_refused(@TempDir Path directory) {
        try (var server = ServerUnderTest.start(directory)) {
            var assertion =
                    server.assertion(ServerUnderTest.SMARTCLOUD, claims -> claims.claim("scope", "idporten:dcr.read"));
            var possessions = new Possessions(new Addresses(URI.create(ServerUnderTest.BASE)), Optional.empty());
            var answer = new TokenEndpoint(withoutStore(), possessions, RequestLimits.NONE).token(call(assertion));
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.headers()).contains(new Answer.Header("Cache-Control", "no-store"));
            assertThat(answer.body().asText())
                    .contains("\"error\":\"temporarily_unavailable\"", "(trace_id: " + "0".repeat(31) + "1)")
                    .doesNotContain("secret-host");
        }
    }

    private static Call call(String assertion) {
        var headers = new Call.Headers() {
            @Override
            public Optional<String> first(String name) {
                return Optional.of(TokenForm.CONTENT_TYPE);
            }

            @Override
            public List<String> all(String name) {
                return List.of();
            }
        };
        var form = TokenCalls.form(TokenCalls.GRANT_TYPE, assertion).getBytes(StandardCharsets.UTF_8);
        return new Call(
                "POST",
                "/maskinporten/token",
                Map.of(),
                QueryString.EMPTY,
                headers,
                limit -> Optional.of(form),
                InetAddress::getLoopbackAddress,
                new TraceId("0".repeat(31) + "1", "0".repeat(15) + "1"),
                InetAddress.getLoopbackAddress());
    }

    private static TokenService withoutStore() {
        var clock = new MovableClock();
        var store = new MemoryStore(clock);
        var provider = Cryptography.provider();
        var issuers = issuers(store, provider, clock);
        var away = new Transactions() {
            @Override
            public <T> T run(Function<Transaction, T> work) {
                throw new StorageUnavailableException("secret-host does not answer", new IllegalStateException());
            }
        };
        var facts = new StoredFacts(away, store.clients(), store.scopes(), store.organizations());
        return new TokenService(
                new AssertionVerifier(issuers.maskinporten(), facts, BusinessCertificates.none(), provider, clock),
                new BoundTokens(store.replayGuard(), clock),
                new JwtBearerGrant(
                        facts,
                        new AccessScopeDelegations(List.of(), away, store.resources(), store.apiDelegations()),
                        (client, vendor, owner, reference) -> Optional.empty(),
                        Duration.ofMinutes(2)),
                new TokenSigner(issuers.maskinporten(), new SecureRandom()),
                store.tokenLog(),
                clock);
    }

    private static Issuers issuers(MemoryStore store, Provider provider, MovableClock clock) {
        var sealer = new KeySealer(Bytes.of(new byte[32]), new SecureRandom());
        return Issuers.open(
                ServerUnderTest.BASE + "/maskinporten/",
                ServerUnderTest.BASE + "/authentication/api/v1/openid/",
                new SigningKeys(
                        store.transactions(),
                        store.signingKeys(),
                        store.audit(),
                        sealer,
                        provider,
                        clock,
                        KeySettings.ofSize(2048)));
    }
}
