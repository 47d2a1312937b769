package no.klarert.issuer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.klarert.issuer.certificate.BusinessCertificates;
import no.klarert.storage.Actor;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.KeyId;
import no.klarert.vocabulary.LocalizedText;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;
import no.klarert.vocabulary.SystemId;
import no.klarert.vocabulary.SystemUserId;

/**
 * The whole room over stores in memory, with a clock that stands still: a provider that owns prefix {@code acme}, a vendor with a
 * client, a key and a granted scope, and a customer.
 */
final class Installation implements InstantSource {
    static final String ISSUER = "https://klarert.example/maskinporten/";
    static final String ALTINN = "https://klarert.example/authentication/api/v1/openid/";
    static final OrgNumber PROVIDER = new OrgNumber("315555558");
    static final OrgNumber VENDOR = new OrgNumber("310000019");
    static final OrgNumber OTHER_VENDOR = new OrgNumber("312880008");
    static final OrgNumber CUSTOMER = new OrgNumber("313371735");
    static final OrgNumber OPERATOR = new OrgNumber("991825827");
    static final ScopeName ORDERS = ScopeName.parse("acme:orders.read");
    static final ClientId CLIENT = new ClientId("6b0f0f0e-5b0e-4f57-9d3c-0a6f5a2d7c11");
    static final ClientId OTHER_CLIENT = new ClientId("6b0f0f0e-5b0e-4f57-9d3c-0a6f5a2d7c12");
    static final String KID = "vendor-1";
    static final String TRACE = "4f1c9d0e7ab24c5f8e0b6a7d1c2e3f40";
    static final SystemUserId SYSTEM_USER = SystemUserId.parse("0b8f2a3e-52a1-4f7f-9f5e-2d6f0a1c9b77");
    static final SystemId SYSTEM = new SystemId("310000019_turboskatt");
    static final DelegationSource DELEGATION_SOURCE =
            new DelegationSource("altinn", "https://klarert.example/", Instant.EPOCH);

    final InMemoryStores stores = new InMemoryStores();
    final Issuers issuers = TestKeys.issuers();
    BusinessCertificates certificates = BusinessCertificates.none();
    Instant now = Instant.parse("2026-01-01T00:00:00Z");

    Installation() {
        stores.organizations.put(PROVIDER, new Organization(PROVIDER, "Acme", Set.of("acme")));
        stores.organizations.put(VENDOR, new Organization(VENDOR, "Vendor", Set.of()));
        addScope(ORDERS, settings());
        addClient(CLIENT, VENDOR, ORDERS);
        approve(ORDERS, VENDOR);
    }

    @Override
    public Instant instant() {
        return now;
    }

    static ScopeSettings settings() {
        return new ScopeSettings(
                LocalizedText.of(Map.of("nb", "Lese ordrer")),
                LocalizedText.of(Map.of()),
                ScopeSettings.Visibility.PUBLIC,
                ScopeSettings.TokenType.SELF_CONTAINED,
                0,
                0,
                List.of("maskinporten"),
                Optional.empty(),
                false,
                ScopeSettings.Traits.NONE);
    }

    static ScopeSettings settings(int atMaxAge, List<String> types, boolean forAll) {
        return new ScopeSettings(
                settings().description(),
                settings().longDescription(),
                ScopeSettings.Visibility.PUBLIC,
                ScopeSettings.TokenType.SELF_CONTAINED,
                atMaxAge,
                atMaxAge,
                types,
                Optional.empty(),
                forAll,
                ScopeSettings.Traits.NONE);
    }

    /** Settings of a scope whose delegations {@code source} holds. */
    static ScopeSettings delegable(String source) {
        var plain = settings();
        return new ScopeSettings(
                plain.description(),
                plain.longDescription(),
                plain.visibility(),
                plain.tokenType(),
                plain.atMaxAge(),
                plain.authorizationMaxLifetime(),
                plain.allowedIntegrationTypes(),
                Optional.of(source),
                false,
                plain.traits());
    }

    void delegate(OrgNumber consumer, OrgNumber supplier, ScopeName scope) {
        stores.delegations.given.add(List.of(consumer, supplier, scope));
    }

    void addScope(ScopeName name, ScopeSettings settings) {
        stores.scopes.put(name, new Scope(name, PROVIDER, settings, true, now, now));
    }

    void addClient(ClientId id, OrgNumber owner, ScopeName... scopes) {
        stores.clients.put(id, new Client(id, owner, "client", "client", Arrays.asList(scopes), 0, true, now, now));
        var key = new ClientKey(
                new KeyId(KID),
                SignatureAlgorithm.RS256,
                TestKeys.publicPart(TestKeys.VENDOR),
                now.plus(Duration.ofDays(365)));
        stores.keys.put(id, new ClientStore.KeySet(List.of(key), Optional.of(now), Optional.of(now)));
    }

    /** Lets the client ask for these scopes too. */
    void register(ScopeName... more) {
        var client = client();
        List<ScopeName> scopes = new ArrayList<>(client.scopes());
        scopes.addAll(Arrays.asList(more));
        replace(new Client(
                client.id(),
                client.owner(),
                client.name(),
                client.description(),
                scopes,
                client.accessTokenLifetime(),
                client.active(),
                client.created(),
                client.lastUpdated()));
    }

    /** What the client's tokens are bound to from now on. */
    void bind(TokenBinding binding) {
        replace(client().with(binding));
    }

    void replace(Client client) {
        stores.clients.put(client.id(), client);
    }

    Client client() {
        return Objects.requireNonNull(stores.clients.get(CLIENT));
    }

    void approve(ScopeName scope, OrgNumber consumer) {
        decide(scope, consumer, ScopeAccess.State.APPROVED);
    }

    void decide(ScopeName scope, OrgNumber consumer, ScopeAccess.State state) {
        stores.accesses.put(List.of(scope, consumer), new ScopeAccess(scope, consumer, state, now, now));
    }

    void addSystemUser(OrgNumber owner, String externalRef) {
        stores.systemUsers.put(
                List.of(CLIENT, VENDOR, owner, externalRef), new SystemUserDirectory.Found(SYSTEM_USER, SYSTEM));
    }

    Assertion assertion() {
        return new Assertion(this);
    }

    TokenSigner signer(Issuer issuer) {
        return new TokenSigner(issuer, TestKeys.random());
    }

    TokenService tokens() {
        return tokens(stores.directory);
    }

    TokenService tokens(SystemUserDirectory directory) {
        return new TokenService(
                new AssertionVerifier(issuers.maskinporten(), facts(), certificates, TestKeys.RSA, this),
                boundTokens(),
                new JwtBearerGrant(facts(), stores.delegations, directory, Duration.ofMinutes(2)),
                signer(issuers.maskinporten()),
                stores.log,
                this);
    }

    TokenFacts facts() {
        return new StoredFacts(stores.transactions, stores.clientStore, stores.scopeStore, stores.organizationStore);
    }

    TokenOutcome request(String assertion) {
        return tokens().request(new TokenRequest.JwtBearer(assertion, TRACE));
    }

    BoundTokens boundTokens() {
        return new BoundTokens(stores.replayGuard, this);
    }

    AccessTokenVerifier verifier() {
        return new AccessTokenVerifier(issuers, boundTokens(), TestKeys.RSA, this);
    }

    ScopeAdministration scopeAdministration() {
        return new ScopeAdministration(
                stores.transactions,
                stores.scopeStore,
                stores.organizationStore,
                stores.auditTrail,
                OPERATOR,
                List.of(DELEGATION_SOURCE),
                this);
    }

    ScopeAccessAdministration accessAdministration() {
        return new ScopeAccessAdministration(
                stores.transactions, stores.scopeStore, stores.organizationStore, stores.auditTrail, this);
    }

    ClientAdministration clientAdministration() {
        return new ClientAdministration(
                stores.transactions,
                stores.clientStore,
                stores.scopeStore,
                certificates,
                stores.auditTrail,
                UUID::randomUUID,
                this);
    }

    static ActingOrganization acting(OrgNumber number) {
        return new ActingOrganization(number, new Actor.OfOrganization(number, "admin"));
    }
}
