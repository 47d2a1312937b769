package no.klarert.issuer;

import java.util.Optional;
import java.util.Set;
import no.klarert.storage.Transactions;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;

/** Facts as the store has them now, each read in a transaction of its own. */
public final class StoredFacts implements TokenFacts {
    private final Transactions transactions;
    private final ClientStore clients;
    private final ScopeStore scopes;
    private final OrganizationStore organizations;

    public StoredFacts(
            Transactions transactions, ClientStore clients, ScopeStore scopes, OrganizationStore organizations) {
        this.transactions = transactions;
        this.clients = clients;
        this.scopes = scopes;
        this.organizations = organizations;
    }

    @Override
    public Optional<RegisteredClient> client(ClientId id) {
        return transactions.run(transaction -> clients.find(transaction, id)
                .map(client -> new RegisteredClient(
                        client, clients.keys(transaction, id).keys())));
    }

    @Override
    public Optional<Scope> scope(ScopeName name) {
        return transactions.run(transaction -> scopes.find(transaction, name));
    }

    @Override
    public Optional<ScopeAccess> access(ScopeName scope, OrgNumber consumer) {
        return transactions.run(transaction -> scopes.access(transaction, scope, consumer));
    }

    @Override
    public Set<String> prefixes(OrgNumber organization) {
        return transactions.run(transaction -> organizations
                .find(transaction, organization)
                .map(Organization::scopePrefixes)
                .orElse(Set.of()));
    }
}
