package no.klarert.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.klarert.issuer.AssertionVerifier;
import no.klarert.issuer.BoundTokens;
import no.klarert.issuer.Client;
import no.klarert.issuer.ClientKey;
import no.klarert.issuer.Issuers;
import no.klarert.issuer.JwtBearerGrant;
import no.klarert.issuer.KeySealer;
import no.klarert.issuer.KeySettings;
import no.klarert.issuer.OAuthError;
import no.klarert.issuer.Possession;
import no.klarert.issuer.Scope;
import no.klarert.issuer.ScopeDelegations;
import no.klarert.issuer.ScopeSettings;
import no.klarert.issuer.SignatureAlgorithm;
import no.klarert.issuer.SigningKeys;
import no.klarert.issuer.StoredFacts;
import no.klarert.issuer.TokenBinding;
import no.klarert.issuer.TokenOutcome;
import no.klarert.issuer.TokenRequest;
import no.klarert.issuer.TokenService;
import no.klarert.issuer.TokenSigner;
import no.klarert.issuer.certificate.BusinessCertificates;
import no.klarert.storage.Bytes;
import no.klarert.store.contract.Race;
import no.klarert.store.contract.Samples;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.KeyId;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A DPoP proof counts once on all nodes together (RFC 9449 §11.1). */
class DpopOnTwoNodesTest {
    private static final int RUNNERS = 8;
    private static final String ISSUER = "https://klarert.example/maskinporten/";
    private static final String ADDRESS = ISSUER + "token";
    private static final ScopeName SCOPE = ScopeName.parse("skatteetaten:krav");
    private static final ClientId CLIENT = new ClientId("a");
    private static final InstantSource CLOCK = InstantSource.system();

    private final TestDatabase database = TestDatabase.shared();
    private RSAKey clientKey = rsa();
    private List<PostgresStore> nodes = List.of();
    private List<TokenService> services = List.of();

    private static RSAKey rsa() {
        try {
            return new RSAKeyGenerator(2048).keyID("k").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void start_the_nodes() throws JOSEException {
        database.emptied(CLOCK);
        nodes = List.of(TestServer.open(database.url()), TestServer.open(database.url()));
        var now = CLOCK.instant();
        var publicKey = clientKey.toRSAPublicKey();
        var first = nodes.getFirst();
        first.transactions().run(tx -> {
            var client = new Client(CLIENT, Samples.organization(0), "", "", List.of(SCOPE), 0, true, now, now)
                    .with(TokenBinding.DPOP_KEY);
            var key = new ClientKey(new KeyId("k"), SignatureAlgorithm.RS256, publicKey, now.plus(Duration.ofDays(1)));
            first.clients().insert(tx, client);
            first.clients().replaceKeys(tx, CLIENT, List.of(key), now);
            return first.scopes().insert(tx, scope());
        });
        services = nodes.stream().map(DpopOnTwoNodesTest::service).toList();
    }

    @AfterEach
    void stop_the_nodes() {
        nodes.forEach(PostgresStore::close);
    }

    /** One that everyone may use. */
    private static Scope scope() {
        var settings = new ScopeSettings(
                Samples.TEXT,
                Samples.NO_TEXT,
                ScopeSettings.Visibility.PUBLIC,
                ScopeSettings.TokenType.SELF_CONTAINED,
                0,
                0,
                List.of(),
                Optional.empty(),
                true,
                ScopeSettings.Traits.NONE);
        return new Scope(SCOPE, Samples.organization(0), settings, true, Samples.NOW, Samples.NOW);
    }

    private static final ScopeDelegations NO_DELEGATIONS = new ScopeDelegations() {
        @Override
        public boolean isSource(String issuer) {
            return false;
        }

        @Override
        public boolean isDelegated(OrgNumber consumer, OrgNumber supplier, ScopeName scope) {
            return false;
        }
    };

    private static TokenService service(PostgresStore store) {
        var provider = provider();
        var random = new SecureRandom();
        var keys = new SigningKeys(
                store.transactions(),
                store.signingKeys(),
                store.audit(),
                new KeySealer(Bytes.of(new byte[32]), random),
                provider,
                CLOCK,
                KeySettings.ofSize(2048));
        var issuer =
                Issuers.open(ISSUER, "https://klarert.example/altinn/", keys).maskinporten();
        var facts = new StoredFacts(store.transactions(), store.clients(), store.scopes(), store.organizations());
        return new TokenService(
                new AssertionVerifier(issuer, facts, BusinessCertificates.none(), provider, CLOCK),
                new BoundTokens(store.replayGuard(), CLOCK),
                new JwtBearerGrant(
                        facts,
                        NO_DELEGATIONS,
                        (client, vendor, owner, reference) -> Optional.empty(),
                        Duration.ofMinutes(2)),
                new TokenSigner(issuer, random),
                store.tokenLog(),
                CLOCK);
    }

    private static Provider provider() {
        try {
            return Signature.getInstance("SHA256withRSA").getProvider();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With an assertion of its own. */
    private TokenOutcome request(int node, String proof) {
        var now = CLOCK.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(CLIENT.value())
                .audience(ISSUER)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .jwtID(UUID.randomUUID().toString())
                .claim("scope", SCOPE.value());
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build();
        try {
            var assertion = signed(header, claims, new RSASSASigner(clientKey));
            return services.get(node % services.size())
                    .request(new TokenRequest.JwtBearer(assertion, "0".repeat(32), new Shown(proof)));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String proof() throws JOSEException {
        ECKey key = new ECKeyGenerator(Curve.P_256).generate();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("dpop+jwt"))
                .jwk(key.toPublicJWK())
                .build();
        var claims = new JWTClaimsSet.Builder()
                .jwtID("1")
                .claim("htm", "POST")
                .claim("htu", ADDRESS)
                .issueTime(Date.from(CLOCK.instant()));
        return signed(header, claims, new ECDSASigner(key));
    }

    private static String signed(JWSHeader header, JWTClaimsSet.Builder claims, JWSSigner signer) throws JOSEException {
        var jwt = new SignedJWT(header, claims.build());
        jwt.sign(signer);
        return jwt.serialize();
    }

    private record Shown(String proof) implements Possession {
        @Override
        public String method() {
            return "POST";
        }

        @Override
        public String uri() {
            return ADDRESS;
        }

        @Override
        public List<String> dpopProofs() {
            return List.of(proof);
        }

        @Override
        public Optional<X509Certificate> clientCertificate() {
            return Optional.empty();
        }
    }

    @Test
    void a_proof_used_at_one_node_is_refused_at_the_other() throws JOSEException {
        var proof = proof();

        assertThat(request(0, proof)).isInstanceOf(TokenOutcome.Issued.class);
        refused(request(1, proof));
        assertThat(request(1, proof())).isInstanceOf(TokenOutcome.Issued.class);
    }

    @Test
    void a_proof_that_comes_to_both_nodes_at_once_counts_once() throws JOSEException {
        var proof = proof();

        var outcomes = Race.of(RUNNERS, runner -> request(runner, proof));

        assertThat(outcomes).filteredOn(TokenOutcome.Issued.class::isInstance).hasSize(1);
        outcomes.stream().filter(TokenOutcome.Refused.class::isInstance).forEach(DpopOnTwoNodesTest::refused);
    }

    private static void refused(TokenOutcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(TokenOutcome.Refused.class, refused -> {
            assertThat(refused.error()).isEqualTo(OAuthError.INVALID_DPOP_PROOF);
            assertThat(refused.description()).contains("used before");
        });
    }
}
