package no.klarert.issuer;

import java.util.Optional;
import java.util.Set;
import no.klarert.storage.Changes;
import no.klarert.storage.Remembered;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;

/** Facts kept in memory until they change on any node. Prefixes, which few tokens tell, are read each time. */
public final class RememberedFacts implements TokenFacts {
    private static final int MOST_CLIENTS = 20_000;
    private static final int MOST_SCOPES = 20_000;
    private static final int MOST_ACCESSES = 100_000;

    private final TokenFacts stored;
    private final Remembered<ClientId, Optional<RegisteredClient>> clients;
    private final Remembered<ScopeName, Optional<Scope>> scopes;
    private final Remembered<Use, Optional<ScopeAccess>> accesses;

    /** Keeps what {@code stored} answers for as long as {@code changes} tells of nothing else. */
    public RememberedFacts(TokenFacts stored, Changes changes) {
        this.stored = stored;
        this.clients = Remembered.of(changes, ClientStore.CHANGE, ClientId::value, stored::client, MOST_CLIENTS);
        this.scopes = Remembered.of(changes, ScopeStore.CHANGE, ScopeName::value, stored::scope, MOST_SCOPES);
        this.accesses = Remembered.of(
                changes,
                ScopeStore.ACCESS_CHANGE,
                use -> ScopeStore.accessKey(use.scope(), use.consumer()),
                use -> stored.access(use.scope(), use.consumer()),
                MOST_ACCESSES);
    }

    private record Use(ScopeName scope, OrgNumber consumer) {}

    @Override
    public Optional<RegisteredClient> client(ClientId id) {
        return clients.get(id);
    }

    @Override
    public Optional<Scope> scope(ScopeName name) {
        return scopes.get(name);
    }

    @Override
    public Optional<ScopeAccess> access(ScopeName scope, OrgNumber consumer) {
        return accesses.get(new Use(scope, consumer));
    }

    @Override
    public Set<String> prefixes(OrgNumber organization) {
        return stored.prefixes(organization);
    }
}
