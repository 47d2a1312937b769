package no.klarert.systemuser;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import no.klarert.storage.Actor;
import no.klarert.storage.AuditEvent;
import no.klarert.storage.AuditTrail;
import no.klarert.storage.Transaction;
import no.klarert.storage.Transactions;
import no.klarert.vocabulary.ExternalRef;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.RequestId;
import no.klarert.vocabulary.SystemId;

/** Vendors' requests for system users, as vendors make and follow them (system user API §6.2–6.7). */
public final class SystemUserRequests {
    static final int PAGE_SIZE = 50;

    private final Transactions transactions;
    private final RequestStore requests;
    private final SystemStore systems;
    private final SystemUserStore systemUsers;
    private final Customers customers;
    private final Offerings offerings;
    private final AuditTrail audit;
    private final RequestViews views;
    private final InstantSource time;
    private final Supplier<UUID> ids;

    /** @param ids random UUIDs for new requests, and so for the system users that come of them */
    public SystemUserRequests(
            Transactions transactions,
            SystemUserStores stores,
            Customers customers,
            Offerings offerings,
            AuditTrail audit,
            SystemUserSettings settings,
            InstantSource time,
            Supplier<UUID> ids) {
        this.transactions = transactions;
        this.requests = stores.requests();
        this.systems = stores.systems();
        this.systemUsers = stores.systemUsers();
        this.customers = customers;
        this.offerings = offerings;
        this.audit = audit;
        this.views = new RequestViews(settings, time);
        this.time = time;
        this.ids = ids;
    }

    /**
     * Makes a request, or answers the one that is there already whatever its status, its content and its wish (§6.2). A request that
     * has timed out gives way to a new one (§6.13). Someone else's system is as unknown as one that is not there.
     */
    public Outcome<Creation> create(Actor.OfOrganization vendor, RequestDraft draft) {
        return transactions.run(transaction -> ownSystem(transaction, vendor.organization(), draft.system())
                .filter(system -> !system.deleted())
                .map(system -> create(transaction, vendor, draft, system))
                .orElseGet(() -> Outcome.refused(SystemUserProblem.SYSTEM_UNKNOWN)));
    }

    private Outcome<Creation> create(
            Transaction transaction, Actor.OfOrganization vendor, RequestDraft draft, RegisteredSystem system) {
        var customer = parse(draft.customer(), OrgNumber::new);
        if (customer.isEmpty()) {
            return Outcome.refused(SystemUserProblem.CUSTOMER_UNKNOWN);
        }
        var externalRef = draft.externalRef()
                .orElseGet(() -> new ExternalRef(customer.get().value()));
        var key = new SystemUserRequest.Key(system.id(), customer.get(), externalRef);
        if (systemUsers.findByKey(transaction, key).isPresent()) {
            return Outcome.refused(SystemUserProblem.SYSTEM_USER_EXISTS);
        }
        var stored = requests.findByKey(transaction, key).map(views::of);
        if (stored.isPresent() && !stored.get().timedOut()) {
            return new Outcome.Done<>(new Creation(stored.get(), false));
        }
        return switch (check(transaction, draft, system, key)) {
            case Outcome.Refused<RequestedAccess>(var refusal) -> new Outcome.Refused<>(refusal);
            case Outcome.Done<RequestedAccess>(var access) -> {
                stored.ifPresent(
                        old -> requests.delete(transaction, old.request().id(), time.instant()));
                yield insert(transaction, vendor, request(draft, system, key, access));
            }
        };
    }

    private Outcome<RequestedAccess> check(
            Transaction transaction, RequestDraft draft, RegisteredSystem system, SystemUserRequest.Key key) {
        if (customers.byNumber(transaction, key.customer()).isEmpty()) {
            return Outcome.refused(SystemUserProblem.CUSTOMER_UNKNOWN);
        }
        var wrongUrl = draft.redirectUrl().flatMap(url -> redirectProblem(url, system));
        if (wrongUrl.isPresent()) {
            return Outcome.refused(wrongUrl.get());
        }
        return RequestedAccess.of(draft, system, offerings);
    }

    private static Optional<SystemUserProblem> redirectProblem(String url, RegisteredSystem system) {
        if (system.allowedRedirectUrls().isEmpty()) {
            return Optional.of(SystemUserProblem.NO_REDIRECT_URLS);
        }
        boolean allowed = RedirectUrl.parse(url)
                .filter(wanted -> system.allowedRedirectUrls().stream()
                        .flatMap(text -> RedirectUrl.parse(text).stream())
                        .anyMatch(wanted::isSamePlaceAs))
                .isPresent();
        return allowed ? Optional.empty() : Optional.of(SystemUserProblem.REDIRECT_URL_NOT_ALLOWED);
    }

    private SystemUserRequest request(
            RequestDraft draft, RegisteredSystem system, SystemUserRequest.Key key, RequestedAccess access) {
        return new SystemUserRequest(
                new RequestId(ids.get()),
                key,
                draft.integrationTitle().orElseGet(() -> system.name().in("nb")),
                access.rights(),
                access.accessPackages(),
                draft.redirectUrl(),
                RequestStatus.NEW,
                Optional.empty(),
                time.instant());
    }

    /** Of several calls with the same key at the same time one inserts and the others answer its request. */
    private Outcome<Creation> insert(Transaction transaction, Actor.OfOrganization vendor, SystemUserRequest request) {
        if (!requests.insert(transaction, request)) {
            return requests.findByKey(transaction, request.key())
                    .<Outcome<Creation>>map(other -> new Outcome.Done<>(new Creation(views.of(other), false)))
                    .orElseGet(() -> Outcome.refused(SystemUserProblem.REQUEST_NOT_STORED));
        }
        record(transaction, vendor, "systemuser-request.create", request);
        return new Outcome.Done<>(new Creation(views.of(request), true));
    }

    /** One request (§6.5). */
    public Outcome<RequestView> read(OrgNumber vendor, RequestId id) {
        return transactions.run(transaction -> requests.find(transaction, id)
                .map(request -> ifOwned(transaction, vendor, request))
                .orElseGet(() -> Outcome.refused(SystemUserProblem.REQUEST_UNKNOWN)));
    }

    /** The request with that key; the external reference must be given even if it is the customer's number (§6.5). */
    public Outcome<RequestView> read(OrgNumber vendor, SystemUserRequest.Key key) {
        return transactions.run(transaction -> requests.findByKey(transaction, key)
                .map(request -> ifOwned(transaction, vendor, request))
                .orElseGet(() -> Outcome.refused(SystemUserProblem.REQUEST_UNKNOWN)));
    }

    private Outcome<RequestView> ifOwned(Transaction transaction, OrgNumber vendor, SystemUserRequest request) {
        return isOwned(transaction, vendor, request)
                ? new Outcome.Done<>(views.of(request))
                : Outcome.refused(SystemUserProblem.SYSTEM_UNKNOWN);
    }

    /** Requests of a system in order of id, after {@code after} if given (§6.6). */
    public Outcome<Page> list(OrgNumber vendor, String system, Optional<RequestId> after) {
        return transactions.run(transaction -> ownSystem(transaction, vendor, system)
                .<Outcome<Page>>map(
                        own -> new Outcome.Done<>(page(requests.ofSystem(transaction, own.id(), after, PAGE_SIZE + 1))))
                .orElseGet(() -> Outcome.refused(SystemUserProblem.SYSTEM_UNKNOWN)));
    }

    private Page page(List<SystemUserRequest> found) {
        var shown = found.stream().limit(PAGE_SIZE).map(views::of).toList();
        boolean more = found.size() > PAGE_SIZE;
        var last = more ? Optional.of(shown.get(PAGE_SIZE - 1).request().id()) : Optional.<RequestId>empty();
        return new Page(shown, last);
    }

    /** Deletes a request, whatever its status; a system user that came of it stays. Someone else's is unknown (§6.7). */
    public Outcome<RequestView> delete(Actor.OfOrganization vendor, RequestId id) {
        return transactions.run(transaction -> {
            var request =
                    requests.lock(transaction, id).filter(found -> isOwned(transaction, vendor.organization(), found));
            if (request.isEmpty() || !requests.delete(transaction, id, time.instant())) {
                return Outcome.refused(SystemUserProblem.REQUEST_UNKNOWN);
            }
            record(transaction, vendor, "systemuser-request.delete", request.get());
            return new Outcome.Done<>(views.of(request.get()));
        });
    }

    private boolean isOwned(Transaction transaction, OrgNumber vendor, SystemUserRequest request) {
        return systems.find(transaction, request.key().system())
                .filter(system -> system.vendor().equals(vendor))
                .isPresent();
    }

    private Optional<RegisteredSystem> ownSystem(Transaction transaction, OrgNumber vendor, String id) {
        return parse(id, SystemId::new)
                .flatMap(known -> systems.find(transaction, known))
                .filter(system -> system.vendor().equals(vendor));
    }

    private static <T> Optional<T> parse(String text, java.util.function.Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    private void record(
            Transaction transaction, Actor.OfOrganization vendor, String action, SystemUserRequest request) {
        var detail = "system " + request.key().system() + ", customer "
                + request.key().customer();
        audit.record(
                transaction,
                new AuditEvent(time.instant(), vendor, action, request.id().toString(), detail));
    }

    /** A request, and whether this call made it. */
    public record Creation(RequestView request, boolean isNew) {}

    /**
     * Some of a system's requests.
     *
     * @param continueAfter present if there are more
     */
    public record Page(List<RequestView> requests, Optional<RequestId> continueAfter) {
        public Page {
            requests = List.copyOf(requests);
        }
    }
}
