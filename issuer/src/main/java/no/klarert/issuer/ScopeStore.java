package no.klarert.issuer;

import java.util.List;
import java.util.Optional;
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

    /** False, changing nothing, if a scope of that name exists, active or not. */
    boolean insert(Transaction transaction, Scope scope);

    /** False if there is no such scope. The name, owner and time of creation do not change. */
    boolean update(Transaction transaction, Scope scope);

    List<Scope> ownedBy(Transaction transaction, OrgNumber owner);

    /** The active scopes with visibility PUBLIC. */
    List<Scope> listPublic(Transaction transaction);

    Optional<ScopeAccess> access(Transaction transaction, ScopeName scope, OrgNumber consumer);

    /** Inserts or replaces the access of that consumer to that scope; the time of creation of an existing one is kept. */
    void saveAccess(Transaction transaction, ScopeAccess access);

    List<ScopeAccess> accessesTo(Transaction transaction, ScopeName scope);

    List<ScopeAccess> accessesOf(Transaction transaction, OrgNumber consumer);
}
