package no.klarert.issuer;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
 * Who may use which scope (Maskinporten §6.4, {@code /scopes/access}): decided by the scope's owner, seen by owner and consumer.
 * Every change is one transaction and leaves an audit record; it counts from the next token request.
 */
public final class ScopeAccessAdministration {
    private final Transactions transactions;
    private final ScopeStore scopes;
    private final OwnScopes own;
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
        this.audit = audit;
        this.clock = clock;
    }

    /** Lets {@code consumer} use the scope; done again, it changes nothing. */
    public AdministrationOutcome<GrantedAccess> grant(ActingOrganization by, ScopeName name, OrgNumber consumer) {
        return own.onOwn(by, name, (transaction, scope) -> {
            if (!scope.active()) {
                return new Conflict<>("scope `" + name + "` is deactivated");
            }
            if (scope.settings().visibility() == ScopeSettings.Visibility.INTERNAL && !consumer.equals(scope.owner())) {
                return new Forbidden<>("scope `" + name + "` is internal and is granted to nobody else");
            }
            return decide(transaction, by, scope, consumer, ScopeAccess.State.APPROVED);
        });
    }

    /** Takes the access back; the record of it stays. */
    public AdministrationOutcome<GrantedAccess> revoke(ActingOrganization by, ScopeName name, OrgNumber consumer) {
        return own.onOwn(
                by,
                name,
                (transaction, scope) ->
                        scopes.access(transaction, name, consumer).isPresent()
                                ? decide(transaction, by, scope, consumer, ScopeAccess.State.DENIED)
                                : new Unknown<>(consumer + " has no access to scope `" + name + "`"));
    }

    /** Everyone who has or had access to the organisation's scope. */
    public AdministrationOutcome<List<GrantedAccess>> accesses(ActingOrganization by, ScopeName name) {
        return own.onOwn(
                by,
                name,
                (transaction, scope) -> new Done<>(scopes.accessesTo(transaction, name).stream()
                        .map(access -> new GrantedAccess(access, scope.owner()))
                        .toList()));
    }

    /** What the organisation itself may use or was once allowed to. */
    public List<GrantedAccess> ownAccesses(ActingOrganization by) {
        return transactions.run(transaction -> scopes.accessesOf(transaction, by.number()).stream()
                .flatMap(
                        access -> scopes
                                .find(transaction, access.scope())
                                .map(scope -> new GrantedAccess(access, scope.owner()))
                                .stream())
                .toList());
    }

    private AdministrationOutcome<GrantedAccess> decide(
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
        var action = state == ScopeAccess.State.APPROVED ? "scope.grant" : "scope.revoke";
        audit.record(
                transaction,
                new AuditEvent(now, by.actor(), action, scope.name().value(), consumer.value()));
        return new Done<>(new GrantedAccess(access, scope.owner()));
    }
}
