package no.klarert.store.memory;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import no.klarert.issuer.Scope;
import no.klarert.issuer.ScopeAccess;
import no.klarert.issuer.ScopeSettings.Visibility;
import no.klarert.issuer.ScopeStore;
import no.klarert.storage.StorageException;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;

/** Scopes and accesses. */
final class MemoryScopeStore implements ScopeStore {
    private final MemoryTable<ScopeName, Scope> scopes;
    private final MemoryTable<AccessKey, ScopeAccess> accesses;

    MemoryScopeStore(MemoryTransactions transactions) {
        scopes = MemoryTable.telling(transactions, CHANGE, ScopeName::value);
        accesses = MemoryTable.telling(
                transactions, ACCESS_CHANGE, key -> ScopeStore.accessKey(key.scope(), key.consumer()));
    }

    @Override
    public Optional<Scope> find(Transaction transaction, ScopeName name) {
        return scopes.find(transaction, name);
    }

    @Override
    public boolean insert(Transaction transaction, Scope scope) {
        return scopes.insert(transaction, scope.name(), scope);
    }

    @Override
    public boolean update(Transaction transaction, Scope scope) {
        var found = find(transaction, scope.name());
        found.ifPresent(old -> scopes.put(
                transaction,
                old.name(),
                new Scope(
                        old.name(),
                        old.owner(),
                        scope.settings(),
                        scope.active(),
                        old.created(),
                        scope.lastUpdated())));
        return found.isPresent();
    }

    @Override
    public List<Scope> ownedBy(Transaction transaction, OrgNumber owner) {
        return list(transaction, scope -> scope.owner().equals(owner));
    }

    @Override
    public List<Scope> listPublic(Transaction transaction) {
        return list(transaction, scope -> scope.active() && scope.settings().visibility() == Visibility.PUBLIC);
    }

    private List<Scope> list(Transaction transaction, Predicate<Scope> which) {
        return scopes.all(transaction)
                .filter(which)
                .sorted(comparing(Scope::name))
                .toList();
    }

    @Override
    public Optional<ScopeAccess> access(Transaction transaction, ScopeName scope, OrgNumber consumer) {
        return accesses.find(transaction, new AccessKey(scope, consumer));
    }

    @Override
    public void saveAccess(Transaction transaction, ScopeAccess access) {
        if (!scopes.contains(transaction, access.scope())) {
            throw new StorageException("an access to a scope that does not exist");
        }
        var created = access(transaction, access.scope(), access.consumer())
                .map(ScopeAccess::created)
                .orElse(access.created());
        accesses.put(
                transaction,
                new AccessKey(access.scope(), access.consumer()),
                new ScopeAccess(access.scope(), access.consumer(), access.state(), created, access.lastUpdated()));
    }

    @Override
    public List<ScopeAccess> accessesTo(Transaction transaction, ScopeName scope) {
        return listAccesses(transaction, access -> access.scope().equals(scope));
    }

    @Override
    public List<ScopeAccess> accessesOf(Transaction transaction, OrgNumber consumer) {
        return listAccesses(transaction, access -> access.consumer().equals(consumer));
    }

    private List<ScopeAccess> listAccesses(Transaction transaction, Predicate<ScopeAccess> which) {
        return accesses.all(transaction)
                .filter(which)
                .sorted(comparing(ScopeAccess::scope).thenComparing(ScopeAccess::consumer))
                .toList();
    }

    private record AccessKey(ScopeName scope, OrgNumber consumer) {}
}
