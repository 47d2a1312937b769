package no.klarert.issuer;

import no.klarert.storage.Transaction;
import no.klarert.vocabulary.OrgNumber;

/**
 * Who may know that a scope exists (Maskinporten §6.2). A PUBLIC one is known to everyone. A PRIVATE one is known to its owner, to
 * organisations that have, had or asked for access, and, because those need no access of their own, to everyone where access
 * control is off or suppliers act on delegations. An INTERNAL one is known to its owner.
 */
final class ScopeVisibility {
    private final ScopeStore scopes;

    ScopeVisibility(ScopeStore scopes) {
        this.scopes = scopes;
    }

    boolean isSeenBy(Transaction transaction, OrgNumber organization, Scope scope) {
        return scope.owner().equals(organization)
                || switch (scope.settings().visibility()) {
                    case PUBLIC -> true;
                    case PRIVATE ->
                        isForOthers(scope.settings())
                                || scopes.access(transaction, scope.name(), organization)
                                        .isPresent();
                    case INTERNAL -> false;
                };
    }

    private static boolean isForOthers(ScopeSettings settings) {
        return settings.accessibleForAll() || settings.delegationSource().isPresent();
    }
}
