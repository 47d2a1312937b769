package no.klarert.server;

import java.security.Provider;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.klarert.issuer.AccessTokenVerifier;
import no.klarert.issuer.AltinnTokenExchange;
import no.klarert.issuer.AssertionVerifier;
import no.klarert.issuer.ClientAdministration;
import no.klarert.issuer.Issuers;
import no.klarert.issuer.JwtBearerGrant;
import no.klarert.issuer.KeySealer;
import no.klarert.issuer.RememberedFacts;
import no.klarert.issuer.ScopeAccessAdministration;
import no.klarert.issuer.ScopeAdministration;
import no.klarert.issuer.ServiceOwners;
import no.klarert.issuer.SigningKeys;
import no.klarert.issuer.StoredFacts;
import no.klarert.issuer.SystemUserDirectory;
import no.klarert.issuer.TokenService;
import no.klarert.issuer.TokenSigner;
import no.klarert.storage.Bytes;

/** The issuer room and its endpoints. */
final class IssuerWiring {
    /** Nobody: there is no register of service owners yet, and codes that providers state themselves prove nothing. */
    private static final ServiceOwners SERVICE_OWNERS = (transaction, number) -> Optional.empty();

    private final Provider provider = Cryptography.provider();
    private final InstantSource clock;
    private final RequestLimits limits;
    private final Issuers issuers;
    private final AccessTokenVerifier verifier;
    private final TokenService tokens;
    private final AltinnTokenExchange exchange;
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
            RequestLimits limits) {
        this.clock = clock;
        this.limits = limits;
        this.issuers = Issuers.open(
                addresses.maskinporten(),
                addresses.altinnIssuer(),
                new SigningKeys(
                        stores.transactions(),
                        stores.signingKeys(),
                        stores.audit(),
                        new KeySealer(sealingKey, random),
                        provider,
                        clock,
                        config.issuing().keySize()));
        this.verifier = new AccessTokenVerifier(issuers, provider, clock);
        this.tokens = tokenService(stores, config, random);
        this.exchange = new AltinnTokenExchange(
                verifier,
                new TokenSigner(issuers.altinn(), provider, random),
                stores.transactions(),
                SERVICE_OWNERS,
                UUID::randomUUID,
                clock);
        this.scopes = new ScopeAdministration(
                stores.transactions(),
                stores.scopes(),
                stores.organizations(),
                stores.audit(),
                config.operator(),
                List.of(),
                clock);
        this.accesses = new ScopeAccessAdministration(
                stores.transactions(), stores.scopes(), stores.organizations(), stores.audit(), clock);
        this.clients = new ClientAdministration(
                stores.transactions(), stores.clients(), stores.scopes(), stores.audit(), UUID::randomUUID, clock);
    }

    private TokenService tokenService(Stores stores, KlarertConfig config, SecureRandom random) {
        var facts = new RememberedFacts(
                new StoredFacts(stores.transactions(), stores.clients(), stores.scopes(), stores.organizations()),
                stores.changes());
        return new TokenService(
                new AssertionVerifier(issuers.maskinporten(), facts, provider, clock),
                new JwtBearerGrant(
                        facts,
                        systemUserDirectory(stores),
                        Duration.ofSeconds(config.issuing().tokenLifetime())),
                new TokenSigner(issuers.maskinporten(), provider, random),
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
        return Stream.of(
                        Routes.maskinporten(new TokenEndpoint(tokens, limits), new ErrorPages()),
                        Routes.issuerDocuments(new IssuerDocuments(issuers)),
                        Routes.tokenExchange(new TokenExchangeEndpoint(exchange)),
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

    Issuers issuers() {
        return issuers;
    }

    /** Tells whether a bearer token is one of ours. */
    AccessTokenVerifier verifier() {
        return verifier;
    }

    TokenService tokenService() {
        return tokens;
    }
}
