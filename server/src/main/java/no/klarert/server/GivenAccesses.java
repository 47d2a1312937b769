package no.klarert.server;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import no.klarert.access.Party;
import no.klarert.access.Recipient;
import no.klarert.portal.PortalUser;
import no.klarert.portal.SystemAccesses;
import no.klarert.storage.Transaction;
import no.klarert.systemuser.CustomerAuthority;
import no.klarert.systemuser.CustomerAuthority.Authority;
import no.klarert.systemuser.CustomerAuthority.Matter;
import no.klarert.systemuser.PortalOutcome;
import no.klarert.systemuser.RequestView;
import no.klarert.systemuser.SystemUser;
import no.klarert.systemuser.SystemUserDetail;
import no.klarert.systemuser.SystemUserView;
import no.klarert.vocabulary.AuthenticationLevel;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.RequestId;
import no.klarert.vocabulary.SystemUserId;

/**
 * The portal's system accesses, from the system user room. All of it is for access managers: others who may read system users,
 * such as client administrators, have no pages yet.
 */
final class GivenAccesses implements SystemAccesses {
    private final Stores stores;
    private final SystemUserWiring room;
    private final CustomerAuthority authority;
    private final KnownNames names;
    private final RightsInWords words;

    GivenAccesses(
            Stores stores, SystemUserWiring room, CustomerAuthority authority, KnownNames names, RightsInWords words) {
        this.stores = stores;
        this.room = room;
        this.authority = authority;
        this.names = names;
        this.words = words;
    }

    @Override
    public OverviewReading overview(PortalUser person, OrgNumber organization) {
        return stores.transactions()
                .run(transaction -> stores.parties().byNumber(transaction, organization))
                .map(customer -> overview(person, customer))
                .orElseGet(OverviewReading.NoAccess::new);
    }

    private OverviewReading overview(PortalUser person, Party.Organization customer) {
        return reading(
                room.decisions().pending(VendorRequests.endUser(person), customer.id()),
                pending -> overview(person, customer, pending),
                OverviewReading.LevelTooLow::new,
                OverviewReading.NoAccess::new);
    }

    private OverviewReading overview(PortalUser person, Party.Organization customer, List<RequestView> pending) {
        return reading(
                room.systemUsers().ofParty(VendorRequests.endUser(person), customer.id()),
                accesses -> stores.transactions()
                        .run(transaction -> new OverviewReading.Shown(
                                pending(transaction, pending), summaries(transaction, customer.uuid(), accesses))),
                OverviewReading.LevelTooLow::new,
                OverviewReading.NoAccess::new);
    }

    /** What a page says of an outcome. Reading is refused for lack of authority only; anything else shows nothing either. */
    private static <T, R> R reading(
            PortalOutcome<T> outcome,
            Function<T, R> done,
            Function<AuthenticationLevel, R> tooLow,
            Supplier<R> nothing) {
        return switch (outcome) {
            case PortalOutcome.Done<T>(var value) -> done.apply(value);
            case PortalOutcome.LevelTooLow<T>(var required) -> tooLow.apply(required);
            case PortalOutcome.NotAllowed<T> notAllowed -> nothing.get();
            case PortalOutcome.CannotPassOn<T> cannot -> nothing.get();
            case PortalOutcome.Refused<T> refused -> nothing.get();
        };
    }

    private List<Pending> pending(Transaction transaction, List<RequestView> views) {
        return views.stream()
                .filter(view -> !view.timedOut())
                .map(RequestView::request)
                .flatMap(request -> stores
                        .systems()
                        .find(transaction, request.key().system())
                        .stream()
                        .map(system -> new Pending(
                                request.id(),
                                system.name(),
                                names.organization(transaction, system.vendor()),
                                request.created())))
                .toList();
    }

    private List<Summary> summaries(Transaction transaction, PartyUuid owner, List<SystemUserView> views) {
        return views.stream().map(view -> summary(transaction, owner, view)).toList();
    }

    private Summary summary(Transaction transaction, PartyUuid owner, SystemUserView view) {
        var user = view.systemUser();
        return new Summary(
                user.id(),
                user.integrationTitle(),
                view.system().name(),
                names.organization(transaction, view.system().vendor()),
                user.key().externalRef(),
                rights(transaction, owner, user.id()),
                user.created());
    }

    private int rights(Transaction transaction, PartyUuid owner, SystemUserId id) {
        var recipient = new Recipient.OfSystemUser(id);
        return stores.delegations().resources(transaction, owner, recipient).size()
                + stores.delegations().packages(transaction, owner, recipient).size();
    }

    @Override
    public AccessReading read(PortalUser person, SystemUserId id) {
        return reading(
                room.systemUsers().read(VendorRequests.endUser(person), id),
                detail -> stores.transactions().run(transaction -> read(transaction, person, detail)),
                AccessReading.LevelTooLow::new,
                AccessReading.NotFound::new);
    }

    private AccessReading read(Transaction transaction, PortalUser person, SystemUserDetail detail) {
        var endUser = VendorRequests.endUser(person);
        return switch (authority.authority(transaction, endUser, detail.owner(), Matter.CHANGE_ACCESS)) {
            case Authority.Held() -> new AccessReading.Found(inWords(transaction, detail));
            case Authority.LevelTooLow(var required) -> new AccessReading.LevelTooLow(required);
            case Authority.Lacking() -> new AccessReading.NotFound();
        };
    }

    private SystemAccess inWords(Transaction transaction, SystemUserDetail detail) {
        var user = detail.view().systemUser();
        var system = detail.view().system();
        return new SystemAccess(
                user.id(),
                user.integrationTitle(),
                system.name(),
                system.id(),
                names.organization(transaction, system.vendor()),
                VendorRequests.organization(detail.owner()),
                user.key().externalRef(),
                words.held(transaction, detail),
                user.created(),
                createdBy(transaction, user.id()));
    }

    /** Whoever approved the request that the system user came of. */
    private Optional<String> createdBy(Transaction transaction, SystemUserId id) {
        return stores.requests()
                .find(transaction, new RequestId(id.value()))
                .flatMap(request -> request.decision())
                .flatMap(decision -> names.person(transaction, decision.by()));
    }

    @Override
    public Deletion delete(PortalUser person, SystemUserId id) {
        return stores.transactions()
                .run(transaction -> stores.systemUsers().find(transaction, id))
                .map(found -> room.systemUsers().delete(VendorRequests.endUser(person), found.owner(), id))
                .filter(outcome -> outcome instanceof PortalOutcome.Done<SystemUser>)
                .map(done -> Deletion.DELETED)
                .orElse(Deletion.NOT_FOUND);
    }
}
