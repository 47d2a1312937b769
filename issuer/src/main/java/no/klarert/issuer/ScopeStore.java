package no.klarert.issuer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;

/**
 * Scopes and who may use them. Lists are in order of the scope's name, then of the consumer's number. Whatever is written is told as
 * a change, of a scope by its name and of an access by {@link #accessKey}.
 */
public interface ScopeStore {
    /** The kind of changes of scopes. */
    String CHANGE = "scope";

    /** The kind of changes of accesses. */
    String ACCESS_CHANGE = "scope_access";

    /** How changes name the access of that consumer to that scope. */
    static String accessKey(ScopeName scope, OrgNumber consumer) {
        return consumer.value() + " " + scope.value();
    }

    Optional<Scope> find(Transaction transaction, ScopeName name);

    /** As {@link #find}; until the transaction ends no other one locks, updates or decides about that scope. */
    Optional<Scope> lock(Transaction transaction, ScopeName name);

    /** False, changing nothing, if a scope of that name exists, active or not. */
    boolean insert(Transaction transaction, Scope scope);

    /** False if there is no such scope. The name, owner and time of creation do not change. */
    boolean update(Transaction transaction, Scope scope);

    Paged<Scope> ownedBy(Transaction transaction, OrgNumber owner, Listing listing, Page page);

    /** All of the owner's, active or not. */
    default List<Scope> ownedBy(Transaction transaction, OrgNumber owner) {
        return ownedBy(transaction, owner, Listing.WITH_INACTIVE, Page.ALL).items();
    }

    /** The active scopes with visibility PUBLIC. */
    Paged<Scope> listPublic(Transaction transaction, Availability availability, Page page);

    Optional<ScopeAccess> access(Transaction transaction, ScopeName scope, OrgNumber consumer);

    /** Inserts or replaces the access of that consumer to that scope; the time of creation of an existing one is kept. */
    void saveAccess(Transaction transaction, ScopeAccess access);

    /** Accesses to a scope, in one of these states. */
    Paged<ScopeAccess> accessesTo(Transaction transaction, ScopeName scope, Set<ScopeAccess.State> states, Page page);

    /** Accesses of a consumer, in one of these states, with the owners of their scopes. */
    Paged<GrantedAccess> accessesOf(
            Transaction transaction, OrgNumber consumer, Set<ScopeAccess.State> states, Page page);

    /** What is REQUESTED of an owner, whichever of its scopes it is for. */
    Paged<GrantedAccess> requestsTo(Transaction transaction, OrgNumber owner, Page page);

    /** Whether a scope is for everyone without a grant ({@code accessible_for_all}). */
    enum Availability {
        ANY,
        FOR_ALL,
        BY_GRANT;

        public boolean includes(boolean accessibleForAll) {
            return this == ANY || accessibleForAll == (this == FOR_ALL);
        }
    }
}
