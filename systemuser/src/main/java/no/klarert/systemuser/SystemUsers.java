package no.klarert.systemuser;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import no.klarert.storage.AuditEvent;
import no.klarert.storage.AuditTrail;
import no.klarert.storage.Transaction;
import no.klarert.storage.Transactions;
import no.klarert.systemuser.CustomerAuthority.Matter;
import no.klarert.systemuser.Customers.Customer;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.ExternalRef;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.RequestId;
import no.klarert.vocabulary.SystemUserId;

/** System users: seen and deleted by their owners, looked up by their vendors and the issuer (system user API §8). */
public final class SystemUsers {
    private final Transactions transactions;
    private final SystemUserStores stores;
    private final Delegations delegations;
    private final Gate gate;
    private final AuditTrail audit;
    private final InstantSource time;

    public SystemUsers(
            Transactions transactions,
            SystemUserStores stores,
            Customers customers,
            CustomerAuthority authority,
            Delegations delegations,
            AuditTrail audit,
            InstantSource time) {
        this.transactions = transactions;
        this.stores = stores;
        this.delegations = delegations;
        this.gate = new Gate(customers, authority);
        this.audit = audit;
        this.time = time;
    }

    /** The party's system users, newest first (§8.2). */
    public PortalOutcome<List<SystemUserView>> ofParty(EndUser person, PartyId party) {
        return transactions.run(transaction -> gate.pass(
                transaction,
                person,
                party,
                Matter.READ_ACCESS,
                customer -> new PortalOutcome.Done<>(stores.systemUsers().ownedBy(transaction, customer.id()).stream()
                        .flatMap(user -> view(transaction, user).stream())
                        .toList())));
    }

    /** One of the party's system users with what it was given (§8.2). */
    public PortalOutcome<SystemUserDetail> read(EndUser person, PartyId party, SystemUserId id) {
        return transactions.run(transaction -> gate.pass(
                transaction, person, party, Matter.SEE_OVERVIEW, customer -> detail(transaction, customer, id)));
    }

    /** A system user by its id alone, for those who may see its owner's; for others there is none. */
    public PortalOutcome<SystemUserDetail> read(EndUser person, SystemUserId id) {
        return transactions.run(transaction -> stores.systemUsers()
                .find(transaction, id)
                .map(user -> gate.pass(
                        transaction,
                        person,
                        user.owner(),
                        Matter.SEE_OVERVIEW,
                        customer -> detail(transaction, customer, id)))
                .orElseGet(PortalOutcome.NotAllowed::new));
    }

    private PortalOutcome<SystemUserDetail> detail(Transaction transaction, Customer customer, SystemUserId id) {
        return stores.systemUsers()
                .find(transaction, id)
                .filter(user -> user.owner().equals(customer.id()))
                .flatMap(user -> view(transaction, user))
                .<PortalOutcome<SystemUserDetail>>map(view -> new PortalOutcome.Done<>(
                        new SystemUserDetail(view, customer, delegations.holdings(transaction, customer, id))))
                .orElseGet(() -> PortalOutcome.refused(SystemUserProblem.SYSTEM_USER_UNKNOWN));
    }

    /**
     * The issuer's look-up: the active system user of {@code owner} for an active system of {@code vendor} that lists
     * {@code client}. Without an external reference the owner's number is the reference (§8.7).
     */
    public Optional<SystemUserView> byExternalId(
            ClientId client, OrgNumber vendor, OrgNumber owner, Optional<ExternalRef> externalRef) {
        var reference = externalRef.map(ExternalRef::value).orElse(owner.value());
        return transactions.run(transaction -> stores.systemUsers()
                .findForClient(transaction, client, vendor, owner, reference)
                .flatMap(user -> view(transaction, user)));
    }

    /** The vendor's look-up by key; someone else's system has none (§8.8). */
    public Optional<SystemUserView> byKey(OrgNumber vendor, SystemUserRequest.Key key) {
        return transactions.run(transaction -> stores.systemUsers()
                .findByKey(transaction, key)
                .flatMap(user -> view(transaction, user))
                .filter(view -> view.system().vendor().equals(vendor)));
    }

    /** Deletes a system user, everything it was given, and the request it came of, in one transaction (§8.6). */
    public PortalOutcome<SystemUser> delete(EndUser person, PartyId party, SystemUserId id) {
        return transactions.run(transaction -> gate.pass(
                transaction,
                person,
                party,
                Matter.CHANGE_ACCESS,
                customer -> delete(transaction, person, customer, id)));
    }

    private PortalOutcome<SystemUser> delete(
            Transaction transaction, EndUser person, Customer customer, SystemUserId id) {
        var user = stores.systemUsers().lock(transaction, id);
        if (user.isEmpty()) {
            return PortalOutcome.refused(SystemUserProblem.SYSTEM_USER_UNKNOWN);
        }
        if (!user.get().owner().equals(customer.id())) {
            return PortalOutcome.refused(SystemUserProblem.NOT_YOURS_TO_DELETE);
        }
        var now = time.instant();
        delegations.takeAll(transaction, person, id, now);
        if (!stores.systemUsers().delete(transaction, id, person.actor().label(), now)) {
            throw new IllegalStateException("system user " + id + " was deleted while locked");
        }
        stores.requests().delete(transaction, new RequestId(id.value()), now);
        var detail = "system " + user.get().key().system() + ", owner " + customer.number();
        audit.record(transaction, new AuditEvent(now, person.actor(), "systemuser.delete", id.toString(), detail));
        return new PortalOutcome.Done<>(user.get());
    }

    private Optional<SystemUserView> view(Transaction transaction, SystemUser user) {
        return stores.systems().find(transaction, user.key().system()).map(system -> new SystemUserView(user, system));
    }
}
