package no.klarert.server;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import no.klarert.issuer.AccessTokenVerifier;
import no.klarert.issuer.AltinnTokenExchange;
import no.klarert.issuer.EndUser;
import no.klarert.issuer.EndUserTokenExchange;
import no.klarert.issuer.EndUsers;
import no.klarert.issuer.ExchangeOutcome;
import no.klarert.issuer.Issuer;
import no.klarert.issuer.Issuers;
import no.klarert.issuer.PresentedToken;
import no.klarert.issuer.ServiceOwners;
import no.klarert.issuer.TestLogIn;
import no.klarert.issuer.TokenSigner;

/** The exchange to Altinn tokens, and test log-in for programs where that is on. */
final class TokenExchangeWiring {
    /** Nobody: there is no register of service owners yet, and codes that providers state themselves prove nothing. */
    private static final ServiceOwners SERVICE_OWNERS = (transaction, number) -> Optional.empty();

    private final Issuers issuers;
    private final AccessTokenVerifier verifier;
    private final Stores stores;
    private final SecureRandom random;
    private final InstantSource clock;

    TokenExchangeWiring(
            Issuers issuers, AccessTokenVerifier verifier, Stores stores, SecureRandom random, InstantSource clock) {
        this.issuers = issuers;
        this.verifier = verifier;
        this.stores = stores;
        this.random = random;
        this.clock = clock;
    }

    List<Route> routes(Callers callers, IssuerDocuments documents) {
        var exchange = Routes.tokenExchange(new TokenExchangeEndpoint(exchanges(), callers));
        var testLogIn = issuers.idPorten()
                .map(issuer -> Routes.testLogIn(new TestLogInEndpoint(testLogIn(issuer)), documents))
                .orElse(List.of());
        return Stream.concat(exchange.stream(), testLogIn.stream()).toList();
    }

    private Map<String, Function<PresentedToken, ExchangeOutcome>> exchanges() {
        Map<String, Function<PresentedToken, ExchangeOutcome>> exchanges = new HashMap<>();
        exchanges.put("maskinporten", organizationExchange()::exchange);
        issuers.idPorten().ifPresent(issuer -> exchanges.put("id-porten", endUserExchange(issuer)::exchange));
        return exchanges;
    }

    private AltinnTokenExchange organizationExchange() {
        return new AltinnTokenExchange(
                verifier, signer(issuers.altinn()), stores.transactions(), SERVICE_OWNERS, UUID::randomUUID, clock);
    }

    private EndUserTokenExchange endUserExchange(Issuer idPorten) {
        return new EndUserTokenExchange(
                idPorten, verifier, signer(issuers.altinn()), endUsers(), UUID::randomUUID, clock);
    }

    private TestLogIn testLogIn(Issuer idPorten) {
        return new TestLogIn(signer(idPorten), stores.transactions(), stores.scopes(), endUsers(), clock);
    }

    private TokenSigner signer(Issuer issuer) {
        return new TokenSigner(issuer, random);
    }

    private EndUsers endUsers() {
        return identifier -> stores.transactions()
                .run(transaction -> stores.parties()
                        .byIdentifier(transaction, identifier)
                        .flatMap(person -> person.user().map(user -> new EndUser(user, person.id(), person.uuid()))));
    }
}
