package no.klarert.server;

import java.security.Provider;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import no.klarert.issuer.AccessTokenVerifier;
import no.klarert.issuer.AssertionVerifier;
import no.klarert.issuer.BoundTokens;
import no.klarert.issuer.ClientAdministration;
import no.klarert.issuer.DelegationSource;
import no.klarert.issuer.Issuers;
import no.klarert.issuer.JwtBearerGrant;
import no.klarert.issuer.KeySealer;
import no.klarert.issuer.KeySource;
import no.klarert.issuer.RememberedFacts;
import no.klarert.issuer.ScopeAccessAdministration;
import no.klarert.issuer.ScopeAdministration;
import no.klarert.issuer.StoredFacts;
import no.klarert.issuer.SystemUserDirectory;
import no.klarert.issuer.TokenService;
import no.klarert.issuer.TokenSigner;
import no.klarert.issuer.certificate.BusinessCertificates;
import no.klarert.storage.Bytes;

/** The issuer room and its endpoints. */
final class IssuerWiring {
    private final Provider provider = Cryptography.provider();
    private final BusinessCertificates certificates;
    private final InstantSource clock;
    private final RequestLimits limits;
    private final boolean bindsToCertificates;
    private final KeyWiring keys;
    private final Issuers issuers;
    private final BoundTokens boundTokens;
    private final Possessions possessions;
    private final List<DelegationSource> delegationSources;
    private final AccessTokenVerifier verifier;
    private final TokenService tokens;
    private final TokenExchangeWiring exchange;
    private final ScopeAdministration scopes;
    private final ScopeAccessAdministration accesses;
    private final ClientAdministration clients;

    IssuerWiring(
            Stores stores,
            KlarertConfig config,
            Addresses addresses,
            InstantSource clock,
            SecureRandom random,
            Bytes sealingKey,
            RequestLimits limits,
            BusinessCertificates certificates) {
        this.clock = clock;
        this.limits = limits;
        this.certificates = certificates;
        this.keys = new KeyWiring(stores, config.issuing(), provider, clock, new KeySealer(sealingKey, random));
        this.issuers = issuers(addresses, keys, config.testLogin());
        this.delegationSources = DelegationSources.of(
                addresses, config.issuing().delegationSources(), stores.transactions(), stores.facts(), clock);
        this.bindsToCertificates = config.clientCertificates().isPresent();
        this.boundTokens = new BoundTokens(stores.replayGuard(), clock);
        this.possessions = new Possessions(addresses, config.clientCertificates());
        this.verifier = new AccessTokenVerifier(issuers, boundTokens, provider, clock);
        this.tokens = tokenService(stores, config, random);
        this.exchange = new TokenExchangeWiring(issuers, verifier, stores, random, clock);
        this.scopes = new ScopeAdministration(
                stores.transactions(),
                stores.scopes(),
                stores.organizations(),
                stores.audit(),
                config.operator(),
                delegationSources,
                clock);
        this.accesses = new ScopeAccessAdministration(
                stores.transactions(), stores.scopes(), stores.organizations(), stores.audit(), clock);
        this.clients = new ClientAdministration(
                stores.transactions(),
                stores.clients(),
                stores.scopes(),
                certificates,
                stores.audit(),
                UUID::randomUUID,
                clock);
    }

    private static Issuers issuers(Addresses addresses, KeySource keys, boolean testLogIn) {
        var issuers = Issuers.open(addresses.maskinporten(), addresses.altinnIssuer(), keys);
        return testLogIn ? issuers.withTestLogIn(addresses.testLogIns(), keys) : issuers;
    }

    private TokenService tokenService(Stores stores, KlarertConfig config, SecureRandom random) {
        var facts = new RememberedFacts(
                new StoredFacts(stores.transactions(), stores.clients(), stores.scopes(), stores.organizations()),
                stores.changes());
        return new TokenService(
                new AssertionVerifier(issuers.maskinporten(), facts, certificates, provider, clock),
                boundTokens,
                new JwtBearerGrant(
                        facts,
                        new AccessScopeDelegations(
                                delegationSources, stores.transactions(), stores.resources(), stores.apiDelegations()),
                        systemUserDirectory(stores),
                        Duration.ofSeconds(config.issuing().tokenLifetime())),
                new TokenSigner(issuers.maskinporten(), random),
                stores.tokenLog(),
                clock,
                limits::client);
    }

    /** The look-up that the public issuer makes over HTTP (Maskinporten §3.4), in the same process. */
    private static SystemUserDirectory systemUserDirectory(Stores stores) {
        return (client, vendor, owner, externalRef) -> stores.transactions()
                .run(tx -> stores.systemUsers()
                        .findForClient(tx, client, vendor, owner, externalRef.orElse(owner.value())))
                .map(found ->
                        new SystemUserDirectory.Found(found.id(), found.key().system()));
    }

    List<Route> routes(Callers callers) {
        var documents = new IssuerDocuments(issuers, bindsToCertificates, keys.maxAge(), clock);
        return Stream.of(
                        Routes.maskinporten(new TokenEndpoint(tokens, possessions, limits), new ErrorPages()),
                        Routes.issuerDocuments(documents),
                        exchange.routes(callers, documents),
                        limited(Routes.scopeAdministration(
                                new ScopeEndpoints(scopes, callers, clock),
                                new ScopeAccessEndpoints(accesses, callers, clock))),
                        limited(Routes.clientAdministration(new ClientEndpoints(clients, callers, clock))))
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> limited(List<Route> routes) {
        return routes.stream()
                .map(route -> new Route(route.method(), route.path(), limits.around(route.endpoint())))
                .toList();
    }

    /** The registers whose delegations scopes may rely on. */
    List<DelegationSource> delegationSources() {
        return delegationSources;
    }

    Issuers issuers() {
        return issuers;
    }

    /** Tells who calls with tokens of ours. */
    Callers callers() {
        return new Callers(verifier, possessions, limits);
    }

    /** Takes over what was changed about the issuers' keys elsewhere, and makes the next ones where it is time. */
    int tendKeys() {
        return keys.tend(issuers);
    }

    TokenService tokenService() {
        return tokens;
    }
}
