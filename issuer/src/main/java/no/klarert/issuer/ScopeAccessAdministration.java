package no.klarert.issuer;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import no.klarert.issuer.AdministrationOutcome.Conflict;
import no.klarert.issuer.AdministrationOutcome.Done;
import no.klarert.issuer.AdministrationOutcome.Forbidden;
import no.klarert.issuer.AdministrationOutcome.Unknown;
import no.klarert.storage.AuditEvent;
import no.klarert.storage.AuditTrail;
import no.klarert.storage.Transaction;
import no.klarert.storage.Transactions;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;

/**
 * Who may use which scope (Maskinporten §6.4, {@code /scopes/access}): asked for by the consumer, decided by the scope's owner,
 * seen by both. Every change is one transaction, one after the other for a scope, and leaves an audit record; it counts from the
 * next token request.
 */
public final class ScopeAccessAdministration {
    private final Transactions transactions;
    private final ScopeStore scopes;
    private final OwnScopes own;
    private final ScopeVisibility visibility;
    private final AuditTrail audit;
    private final InstantSource clock;

    public ScopeAccessAdministration(
            Transactions transactions,
            ScopeStore scopes,
            OrganizationStore organizations,
            AuditTrail audit,
            InstantSource clock) {
        this.transactions = transactions;
        this.scopes = scopes;
        this.own = new OwnScopes(transactions, scopes, organizations);
        this.visibility = new ScopeVisibility(scopes);
        this.audit = audit;
        this.clock = clock;
    }

    /** Lets {@code consumer} use the scope, whether it asked or not; done again, it changes nothing. */
    public AdministrationOutcome<GrantedAccess> grant(ActingOrganization by, ScopeName name, OrgNumber consumer) {
        return own.onOwnLocked(by, name, (transaction, scope) -> {
            if (!scope.active()) {
                return new Conflict<>("scope `" + name + "` is deactivated");
            }
            if (scope.settings().visibility() == ScopeSettings.Visibility.INTERNAL && !consumer.equals(scope.owner())) {
                return new Forbidden<>("scope `" + name + "` is internal and is granted to nobody else");
            }
            return change(transaction, by, scope, consumer, ScopeAccess.State.APPROVED);
        });
    }

    /** Takes the access back, or turns a request down; the record of it stays. */
    public AdministrationOutcome<GrantedAccess> revoke(ActingOrganization by, ScopeName name, OrgNumber consumer) {
        return own.onOwnLocked(
                by,
                name,
                (transaction, scope) ->
                        scopes.access(transaction, name, consumer).isPresent()
                                ? change(transaction, by, scope, consumer, ScopeAccess.State.DENIED)
                                : new Unknown<>(consumer + " has no access to scope `" + name + "`"));
    }

    /**
     * Asks the scope's owner for access for one's own organisation. Whoever has access already, or has asked already, is answered
     * with that; whoever was denied may ask again.
     */
    public AdministrationOutcome<GrantedAccess> request(ActingOrganization by, ScopeName name) {
        return transactions.run(transaction -> scopes.lock(transaction, name)
                .filter(Scope::active)
                .filter(scope -> visibility.isSeenBy(transaction, by.number(), scope))
                .map(scope -> request(transaction, by, scope))
                .orElseGet(() -> new Unknown<>("there is no scope `" + name + "` to ask for")));
    }

    private AdministrationOutcome<GrantedAccess> request(Transaction transaction, ActingOrganization by, Scope scope) {
        if (scope.settings().accessibleForAll()) {
            return new Conflict<>("scope `" + scope.name() + "` is for everyone: no access is needed");
        }
        return scopes.access(transaction, scope.name(), by.number())
                .filter(access -> access.state() == ScopeAccess.State.APPROVED)
                .<AdministrationOutcome<GrantedAccess>>map(
                        access -> new Done<>(new GrantedAccess(access, scope.owner())))
                .orElseGet(() -> change(transaction, by, scope, by.number(), ScopeAccess.State.REQUESTED));
    }

    /** Who has, had or asks for access to the organisation's scope. */
    public AdministrationOutcome<Paged<GrantedAccess>> accesses(
            ActingOrganization by, ScopeName name, Set<ScopeAccess.State> states, Page page) {
        return own.onOwn(
                by,
                name,
                (transaction, scope) -> new Done<>(scopes.accessesTo(transaction, name, states, page)
                        .map(access -> new GrantedAccess(access, scope.owner()))));
    }

    /** Requests for any of the organisation's scopes that nobody has decided on. */
    public Paged<GrantedAccess> requests(ActingOrganization by, Page page) {
        return transactions.run(transaction -> scopes.requestsTo(transaction, by.number(), page));
    }

    /** What the organisation itself may use, was once allowed to, or asks for. */
    public Paged<GrantedAccess> ownAccesses(ActingOrganization by, Set<ScopeAccess.State> states, Page page) {
        return transactions.run(transaction -> scopes.accessesOf(transaction, by.number(), states, page));
    }

    private AdministrationOutcome<GrantedAccess> change(
            Transaction transaction, ActingOrganization by, Scope scope, OrgNumber consumer, ScopeAccess.State state) {
        var existing = scopes.access(transaction, scope.name(), consumer);
        if (existing.isPresent() && existing.get().state() == state) {
            return new Done<>(new GrantedAccess(existing.get(), scope.owner()));
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var access = new ScopeAccess(
                scope.name(),
                consumer,
                state,
                existing.map(ScopeAccess::created).orElse(now),
                now);
        scopes.saveAccess(transaction, access);
        audit.record(
                transaction,
                new AuditEvent(now, by.actor(), action(state), scope.name().value(), consumer.value()));
        return new Done<>(new GrantedAccess(access, scope.owner()));
    }

    private static String action(ScopeAccess.State state) {
        return switch (state) {
            case REQUESTED -> "scope.request";
            case APPROVED -> "scope.grant";
            case DENIED -> "scope.revoke";
        };
    }
}
