package no.klarert.systemuser;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import no.klarert.storage.AuditEvent;
import no.klarert.storage.AuditTrail;
import no.klarert.storage.Transaction;
import no.klarert.storage.Transactions;
import no.klarert.systemuser.CustomerAuthority.Matter;
import no.klarert.systemuser.Customers.Customer;
import no.klarert.systemuser.RequestForDecision.Standing;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.RequestId;
import no.klarert.vocabulary.SystemUserId;

/** Vendors' requests, as the customer's people see and decide them (system user API §6.8–6.10). */
public final class RequestDecisions {
    private final Transactions transactions;
    private final SystemUserStores stores;
    private final Customers customers;
    private final Offerings offerings;
    private final Delegations delegations;
    private final Gate gate;
    private final AuditTrail audit;
    private final RequestViews views;
    private final InstantSource time;

    public RequestDecisions(
            Transactions transactions,
            SystemUserStores stores,
            Customers customers,
            CustomerAuthority authority,
            Offerings offerings,
            Delegations delegations,
            AuditTrail audit,
            SystemUserSettings settings,
            InstantSource time) {
        this.transactions = transactions;
        this.stores = stores;
        this.customers = customers;
        this.offerings = offerings;
        this.delegations = delegations;
        this.gate = new Gate(customers, authority);
        this.audit = audit;
        this.views = new RequestViews(settings, time);
        this.time = time;
    }

    /** A request by its id alone, for anyone who represents the customer (§6.8). */
    public Outcome<RequestForDecision> read(EndUser person, RequestId id) {
        return transactions.run(transaction -> {
            var request = stores.requests().find(transaction, id);
            if (request.isEmpty()) {
                return Outcome.refused(SystemUserProblem.REQUEST_UNKNOWN);
            }
            var customer = customers.byNumber(transaction, request.get().key().customer());
            if (customer.isEmpty()) {
                return Outcome.refused(SystemUserProblem.CUSTOMER_UNKNOWN);
            }
            return read(transaction, person, request.get(), customer.get());
        });
    }

    private Outcome<RequestForDecision> read(
            Transaction transaction, EndUser person, SystemUserRequest request, Customer customer) {
        var system = stores.systems().find(transaction, request.key().system());
        if (system.isEmpty()) {
            return Outcome.refused(SystemUserProblem.SYSTEM_UNKNOWN);
        }
        return standing(transaction, person, request, customer)
                .<Outcome<RequestForDecision>>map(standing ->
                        new Outcome.Done<>(new RequestForDecision(views.of(request), customer, system.get(), standing)))
                .orElseGet(() -> Outcome.refused(SystemUserProblem.NOT_ACCESS_MANAGER));
    }

    private Optional<Standing> standing(
            Transaction transaction, EndUser person, SystemUserRequest request, Customer customer) {
        return switch (gate.authority(transaction, person, customer, Matter.CHANGE_ACCESS)) {
            case CustomerAuthority.Authority.Held() ->
                Optional.of(new Standing.MayDecide(
                        request.status() == RequestStatus.NEW
                                ? missing(transaction, person, request, customer)
                                : List.of()));
            case CustomerAuthority.Authority.LevelTooLow(var required) ->
                Optional.of(new Standing.LevelTooLow(required));
            case CustomerAuthority.Authority.Lacking() ->
                gate.represents(transaction, person, customer)
                        ? Optional.of(new Standing.MayOnlySee())
                        : Optional.empty();
        };
    }

    /** A request to a party the person administers (§6.8). One to another party is unknown. */
    public PortalOutcome<RequestView> readForParty(EndUser person, PartyId party, RequestId id) {
        return transactions.run(transaction -> gate.pass(
                transaction,
                person,
                party,
                Matter.READ_ACCESS,
                customer -> stores.requests()
                        .find(transaction, id)
                        .filter(request -> request.key().customer().equals(customer.number()))
                        .<PortalOutcome<RequestView>>map(request -> new PortalOutcome.Done<>(views.of(request)))
                        .orElseGet(() -> PortalOutcome.refused(SystemUserProblem.REQUEST_UNKNOWN))));
    }

    /** New requests to a party the person administers, newest first; those that have timed out included. */
    public PortalOutcome<List<RequestView>> pending(EndUser person, PartyId party) {
        return transactions.run(transaction -> gate.pass(
                transaction,
                person,
                party,
                Matter.CHANGE_ACCESS,
                customer -> new PortalOutcome.Done<>(stores.requests().pending(transaction, customer.number()).stream()
                        .map(views::of)
                        .toList())));
    }

    /**
     * Approves: the system user comes into being with the id of the request and is given everything asked for, in one transaction
     * or not at all (§6.9). Of several approvals at the same time one succeeds and the others find the request decided.
     */
    public PortalOutcome<SystemUser> approve(EndUser person, PartyId party, RequestId id) {
        try {
            return transactions.run(transaction -> decide(
                    transaction,
                    person,
                    party,
                    id,
                    (request, customer) -> approve(transaction, person, request, customer)));
        } catch (DelegationFailedException e) {
            return PortalOutcome.refused(SystemUserProblem.DELEGATION_FAILED);
        }
    }

    private PortalOutcome<SystemUser> approve(
            Transaction transaction, EndUser person, SystemUserRequest request, Customer customer) {
        if (views.of(request).timedOut()) {
            return PortalOutcome.refused(SystemUserProblem.REQUEST_NOT_NEW);
        }
        var system = stores.systems().find(transaction, request.key().system()).filter(found -> !found.deleted());
        if (system.isEmpty()) {
            return PortalOutcome.refused(SystemUserProblem.SYSTEM_UNKNOWN);
        }
        if (stores.systemUsers().findByKey(transaction, request.key()).isPresent()) {
            return PortalOutcome.refused(SystemUserProblem.SYSTEM_USER_EXISTS);
        }
        var shortcoming = RequestedAccess.shortcoming(request, system.get(), offerings);
        if (shortcoming.isPresent()) {
            return new PortalOutcome.Refused<>(shortcoming.get());
        }
        var missing = missing(transaction, person, request, customer);
        if (!missing.isEmpty()) {
            return new PortalOutcome.CannotPassOn<>(problem(missing), missing);
        }
        return create(transaction, person, request, customer);
    }

    private PortalOutcome<SystemUser> create(
            Transaction transaction, EndUser person, SystemUserRequest request, Customer customer) {
        var now = time.instant();
        var id = new SystemUserId(request.id().value());
        var systemUser = new SystemUser(
                id, request.key(), customer.id(), request.integrationTitle(), request.accessPackages(), now);
        if (!stores.systemUsers().insert(transaction, systemUser, person.actor().label())) {
            return PortalOutcome.refused(SystemUserProblem.SYSTEM_USER_EXISTS);
        }
        var access = new RequestedAccess(request.rights(), request.accessPackages());
        delegations.give(transaction, person, customer, id, access.resources(), access.accessPackages(), now);
        close(transaction, person, request, RequestStatus.ACCEPTED, now);
        record(transaction, person, "systemuser-request.approve", request, "", now);
        return new PortalOutcome.Done<>(systemUser);
    }

    /** Rejects; {@code reason} is for the audit trail only and may be empty (§6.10). */
    public PortalOutcome<SystemUserRequest> reject(EndUser person, PartyId party, RequestId id, String reason) {
        return transactions.run(transaction -> decide(transaction, person, party, id, (request, customer) -> {
            var now = time.instant();
            close(transaction, person, request, RequestStatus.REJECTED, now);
            record(transaction, person, "systemuser-request.reject", request, reason, now);
            return new PortalOutcome.Done<>(request);
        }));
    }

    /** What both decisions demand, in order: authority, a request, to this party, still new. The request stays locked. */
    private <T> PortalOutcome<T> decide(
            Transaction transaction,
            EndUser person,
            PartyId party,
            RequestId id,
            BiFunction<SystemUserRequest, Customer, PortalOutcome<T>> decision) {
        return gate.pass(transaction, person, party, Matter.CHANGE_ACCESS, customer -> {
            var request = stores.requests().lock(transaction, id);
            if (request.isEmpty()) {
                return PortalOutcome.refused(SystemUserProblem.REQUEST_UNKNOWN);
            }
            if (!request.get().key().customer().equals(customer.number())) {
                return PortalOutcome.refused(SystemUserProblem.OTHER_PARTY);
            }
            if (request.get().status() != RequestStatus.NEW) {
                return PortalOutcome.refused(SystemUserProblem.REQUEST_NOT_NEW);
            }
            return decision.apply(request.get(), customer);
        });
    }

    private List<Delegations.Check> missing(
            Transaction transaction, EndUser person, SystemUserRequest request, Customer customer) {
        var access = new RequestedAccess(request.rights(), request.accessPackages());
        return delegations.check(transaction, person, customer, access.resources(), access.accessPackages()).stream()
                .filter(check -> !check.delegable())
                .toList();
    }

    /** The first resource that cannot be passed on names the problem; packages come after resources (§6.9, steps 10 and 11). */
    private static SystemUserProblem problem(List<Delegations.Check> missing) {
        return switch (missing.get(0).subject()) {
            case Delegations.Subject.OfResource resource ->
                SystemUserProblem.ofDetailCode(missing.get(0).reason());
            case Delegations.Subject.OfPackage accessPackage -> SystemUserProblem.MISSING_PACKAGES;
        };
    }

    // INVARIANT: the request is locked and was found NEW in this transaction.
    private void close(
            Transaction transaction, EndUser person, SystemUserRequest request, RequestStatus status, Instant now) {
        var decision = new SystemUserRequest.Decision(person.actor().label(), now);
        if (!stores.requests().decide(transaction, request.id(), status, decision)) {
            throw new IllegalStateException("request " + request.id() + " was decided while locked");
        }
    }

    private void record(
            Transaction transaction,
            EndUser person,
            String action,
            SystemUserRequest request,
            String reason,
            Instant now) {
        var detail = "system " + request.key().system() + ", customer "
                + request.key().customer() + (reason.isEmpty() ? "" : ", reason " + reason);
        audit.record(
                transaction,
                new AuditEvent(now, person.actor(), action, request.id().toString(), detail));
    }
}
