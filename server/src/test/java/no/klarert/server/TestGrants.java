package no.klarert.server;

import java.security.SecureRandom;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.klarert.issuer.Client;
import no.klarert.issuer.EndUser;
import no.klarert.issuer.EndUserTokens;
import no.klarert.issuer.ScopeAccess;
import no.klarert.issuer.TokenSigner;
import no.klarert.vocabulary.AuthenticationLevel;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.ScopeName;
import no.klarert.vocabulary.UserId;

/** More than the story gives: scopes for seeded clients, so that one test can have two owners. */
final class TestGrants {
    private TestGrants() {}

    /** Lets a seeded client and its organisation have these scopes, and answers a token with all of them. */
    static String token(ServerUnderTest server, String clientId, String... scopes) {
        var stores = server.wiring().stores();
        var at = server.clock().instant();
        stores.transactions().run(tx -> {
            var client = stores.clients().find(tx, new ClientId(clientId)).orElseThrow();
            Set<ScopeName> names = new LinkedHashSet<>(client.scopes());
            for (var scope : scopes) {
                var name = ScopeName.parse(scope);
                names.add(name);
                stores.scopes()
                        .saveAccess(tx, new ScopeAccess(name, client.owner(), ScopeAccess.State.APPROVED, at, at));
            }
            return stores.clients().update(tx, with(client, List.copyOf(names)));
        });
        return server.token(clientId, String.join(" ", scopes));
    }

    /** A portal token of a person of the story. */
    static String personToken(ServerUnderTest server, int userId, String... scopes) {
        var stores = server.wiring().stores();
        var person = stores.transactions()
                .run(tx -> stores.parties().byUser(tx, new UserId(userId)).orElseThrow());
        var signer = new TokenSigner(server.wiring().issuer().issuers().altinn(), new SecureRandom());
        return new EndUserTokens(signer, server.clock())
                .issue(
                        new EndUser(new UserId(userId), person.id(), person.uuid()),
                        new AuthenticationLevel(3),
                        Stream.of(scopes).map(ScopeName::parse).collect(Collectors.toSet()))
                .reveal();
    }

    private static Client with(Client client, List<ScopeName> scopes) {
        return new Client(
                        client.id(),
                        client.owner(),
                        client.name(),
                        client.description(),
                        scopes,
                        client.accessTokenLifetime(),
                        client.active(),
                        client.created(),
                        client.lastUpdated())
                .with(client.binding());
    }
}
