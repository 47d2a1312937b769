package no.klarert.issuer;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import no.klarert.issuer.AdministrationOutcome.Conflict;
import no.klarert.issuer.AdministrationOutcome.Done;
import no.klarert.issuer.AdministrationOutcome.Invalid;
import no.klarert.issuer.AdministrationOutcome.Unknown;
import no.klarert.storage.AuditEvent;
import no.klarert.storage.AuditTrail;
import no.klarert.storage.Transaction;
import no.klarert.storage.Transactions;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;

/**
 * What API providers do with their scopes (Maskinporten §6.4). Only the owner of a prefix makes scopes under it, and only a
 * scope's owner changes it. Every change is one transaction and leaves an audit record.
 */
public final class ScopeAdministration {
    private final Transactions transactions;
    private final ScopeStore scopes;
    private final OwnScopes own;
    private final AuditTrail audit;
    private final List<DelegationSource> delegationSources;
    private final ScopeRules rules;
    private final InstantSource clock;

    /** Scopes with visibility INTERNAL belong to {@code operator} only and are granted to nobody else. */
    public ScopeAdministration(
            Transactions transactions,
            ScopeStore scopes,
            OrganizationStore organizations,
            AuditTrail audit,
            OrgNumber operator,
            List<DelegationSource> delegationSources,
            InstantSource clock) {
        this.transactions = transactions;
        this.scopes = scopes;
        this.own = new OwnScopes(transactions, scopes, organizations);
        this.audit = audit;
        this.delegationSources = List.copyOf(delegationSources);
        this.rules = new ScopeRules(operator, delegationSources);
        this.clock = clock;
    }

    /** A new scope; a conflict if it exists, also if it is deactivated. */
    public AdministrationOutcome<Scope> create(ActingOrganization by, ScopeName name, ScopeSettings settings) {
        return transactions.run(transaction -> {
            if (!own.ownsPrefix(transaction, by, name)) {
                return OwnScopes.notYourPrefix(name);
            }
            var wrong = rules.check(by.number(), settings);
            if (!wrong.isEmpty()) {
                return new Invalid<>(wrong);
            }
            var now = now();
            var scope = new Scope(name, by.number(), settings, true, now, now);
            if (!scopes.insert(transaction, scope)) {
                return new Conflict<>("scope `" + name + "` exists already; a deactivated one is activated by PUT");
            }
            record(transaction, by, "scope.create", name, "");
            return new Done<>(scope);
        });
    }

    /** Replaces everything but the name. */
    public AdministrationOutcome<Scope> update(
            ActingOrganization by, ScopeName name, ScopeSettings settings, Activation activation) {
        return own.onOwnLocked(by, name, (transaction, scope) -> {
            var wrong = rules.check(by.number(), settings);
            return wrong.isEmpty()
                    ? save(transaction, by, changed(scope, settings, activation), "scope.update")
                    : new Invalid<>(wrong);
        });
    }

    /** No more tokens; accesses and registrations on clients stay. */
    public AdministrationOutcome<Scope> deactivate(ActingOrganization by, ScopeName name) {
        return own.onOwnLocked(
                by,
                name,
                (transaction, scope) -> save(
                        transaction, by, changed(scope, scope.settings(), Activation.INACTIVE), "scope.deactivate"));
    }

    public AdministrationOutcome<Scope> read(ActingOrganization by, ScopeName name) {
        return own.onOwn(by, name, (transaction, scope) -> new Done<>(scope));
    }

    /** The organisation's own scopes. */
    public Paged<Scope> list(ActingOrganization by, Listing listing, Page page) {
        return transactions.run(transaction -> scopes.ownedBy(transaction, by.number(), listing, page));
    }

    /** Active scopes that everyone may see. */
    public Paged<Scope> listPublic(ScopeStore.Availability availability, Page page) {
        return transactions.run(transaction -> scopes.listPublic(transaction, availability, page));
    }

    /** Values that {@code delegation_source} may have. */
    public List<DelegationSource> delegationSources() {
        return delegationSources;
    }

    private Scope changed(Scope scope, ScopeSettings settings, Activation activation) {
        return new Scope(scope.name(), scope.owner(), settings, activation.of(scope.active()), scope.created(), now());
    }

    private AdministrationOutcome<Scope> save(
            Transaction transaction, ActingOrganization by, Scope scope, String action) {
        if (!scopes.update(transaction, scope)) {
            return new Unknown<>("there is no scope `" + scope.name() + "`");
        }
        record(transaction, by, action, scope.name(), scope.active() ? "active" : "inactive");
        return new Done<>(scope);
    }

    private void record(Transaction transaction, ActingOrganization by, String action, ScopeName name, String detail) {
        audit.record(transaction, new AuditEvent(now(), by.actor(), action, name.value(), detail));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
