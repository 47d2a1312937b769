package no.klarert.issuer;

import java.util.Optional;
import java.util.function.BiFunction;
import no.klarert.issuer.AdministrationOutcome.Forbidden;
import no.klarert.issuer.AdministrationOutcome.Unknown;
import no.klarert.storage.Transaction;
import no.klarert.storage.Transactions;
import no.klarert.vocabulary.ScopeName;

/**
 * Lets an organisation at its own scopes only. Of scopes under another's prefix it learns nothing, not even whether they exist.
 */
final class OwnScopes {
    private final Transactions transactions;
    private final ScopeStore scopes;
    private final OrganizationStore organizations;

    OwnScopes(Transactions transactions, ScopeStore scopes, OrganizationStore organizations) {
        this.transactions = transactions;
        this.scopes = scopes;
        this.organizations = organizations;
    }

    /** Runs {@code work} on the scope if it is the organisation's own. */
    <T> AdministrationOutcome<T> onOwn(
            ActingOrganization by, ScopeName name, BiFunction<Transaction, Scope, AdministrationOutcome<T>> work) {
        return on(scopes::find, by, name, work);
    }

    /** As {@link #onOwn}; nobody else changes the scope or decides about it before {@code work} is done and kept. */
    <T> AdministrationOutcome<T> onOwnLocked(
            ActingOrganization by, ScopeName name, BiFunction<Transaction, Scope, AdministrationOutcome<T>> work) {
        return on(scopes::lock, by, name, work);
    }

    private <T> AdministrationOutcome<T> on(
            BiFunction<Transaction, ScopeName, Optional<Scope>> look,
            ActingOrganization by,
            ScopeName name,
            BiFunction<Transaction, Scope, AdministrationOutcome<T>> work) {
        return transactions.run(transaction -> {
            var scope = look.apply(transaction, name);
            if (scope.isPresent() && scope.get().owner().equals(by.number())) {
                return work.apply(transaction, scope.get());
            }
            return scope.isEmpty() && ownsPrefix(transaction, by, name)
                    ? new Unknown<>("there is no scope `" + name + "`")
                    : notYourPrefix(name);
        });
    }

    boolean ownsPrefix(Transaction transaction, ActingOrganization by, ScopeName name) {
        return organizations
                .ownerOfPrefix(transaction, name.prefix())
                .filter(owner -> owner.number().equals(by.number()))
                .isPresent();
    }

    static <T> AdministrationOutcome<T> notYourPrefix(ScopeName name) {
        return new Forbidden<>("scope prefix `" + name.prefix() + "` does not belong to your organisation");
    }
}
