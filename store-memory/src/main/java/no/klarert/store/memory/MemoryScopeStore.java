package no.klarert.store.memory;

import static java.util.Comparator.comparing;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.klarert.issuer.GrantedAccess;
import no.klarert.issuer.Listing;
import no.klarert.issuer.Page;
import no.klarert.issuer.Paged;
import no.klarert.issuer.Scope;
import no.klarert.issuer.ScopeAccess;
import no.klarert.issuer.ScopeAccess.State;
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

    /** Nothing else is going on while a transaction is open. */
    @Override
    public Optional<Scope> lock(Transaction transaction, ScopeName name) {
        return find(transaction, name);
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
    public Paged<Scope> ownedBy(Transaction transaction, OrgNumber owner, Listing listing, Page page) {
        return list(transaction, scope -> scope.owner().equals(owner) && listing.includes(scope.active()), page);
    }

    @Override
    public Paged<Scope> listPublic(Transaction transaction, Availability availability, Page page) {
        return list(
                transaction,
                scope -> scope.active()
                        && scope.settings().visibility() == Visibility.PUBLIC
                        && availability.includes(scope.settings().accessibleForAll()),
                page);
    }

    private Paged<Scope> list(Transaction transaction, Predicate<Scope> which, Page page) {
        return Paging.of(scopes.all(transaction).filter(which).sorted(comparing(Scope::name)), page);
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
    public Paged<ScopeAccess> accessesTo(Transaction transaction, ScopeName scope, Set<State> states, Page page) {
        return Paging.of(
                accesses(transaction, access -> access.scope().equals(scope) && states.contains(access.state())), page);
    }

    @Override
    public Paged<GrantedAccess> accessesOf(Transaction transaction, OrgNumber consumer, Set<State> states, Page page) {
        return Paging.of(
                accesses(transaction, access -> access.consumer().equals(consumer) && states.contains(access.state()))
                        .map(access -> withOwner(transaction, access)),
                page);
    }

    @Override
    public Paged<GrantedAccess> requestsTo(Transaction transaction, OrgNumber owner, Page page) {
        return Paging.of(
                accesses(transaction, access -> access.state() == State.REQUESTED)
                        .map(access -> withOwner(transaction, access))
                        .filter(access -> access.owner().equals(owner)),
                page);
    }

    private GrantedAccess withOwner(Transaction transaction, ScopeAccess access) {
        return new GrantedAccess(
                access, find(transaction, access.scope()).orElseThrow().owner());
    }

    private Stream<ScopeAccess> accesses(Transaction transaction, Predicate<ScopeAccess> which) {
        return accesses.all(transaction)
                .filter(which)
                .sorted(comparing(ScopeAccess::scope).thenComparing(ScopeAccess::consumer));
    }

    private record AccessKey(ScopeName scope, OrgNumber consumer) {}
}
