package no.klarert.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.klarert.portal.AccessRequest.Decision;
import no.klarert.portal.AccessRequest.Status;
import no.klarert.vocabulary.ActionName;
import no.klarert.vocabulary.AuthenticationLevel;
import no.klarert.vocabulary.ExternalRef;
import no.klarert.vocabulary.LocalizedText;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PersonIdentifier;
import no.klarert.vocabulary.RequestId;
import no.klarert.vocabulary.SystemId;
import no.klarert.vocabulary.SystemUserId;
import no.klarert.vocabulary.UserId;

/** A customer, its people, and a vendor who asks: small, but with rules of its own that pages cannot get around. */
final class SampleWorld implements People, AccessRequests, SystemAccesses {
    static final Instant NOW = Instant.parse("2026-11-24T08:30:00Z");
    static final AuthenticationLevel REQUIRED = new AuthenticationLevel(3);

    static final Organization VENDOR = new Organization("SmartCloud AS", number("31099900"));
    static final Organization CUSTOMER = new Organization("Rolig Fjord AS", number("31377700"));
    static final Organization OTHER = new Organization("Blid Elv AS", number("31244400"));

    static final Person MANAGER = new Person(new UserId(101), "Kari Rolig");
    static final Person EMPLOYEE = new Person(new UserId(102), "Ola Rask");
    static final Person PARTLY = new Person(new UserId(103), "Lise Lun");
    static final Person STRANGER = new Person(new UserId(104), "Per Fremmed");
    static final String MANAGERS_PID = pid("0145700");

    final Map<RequestId, AccessRequest> requests = new LinkedHashMap<>();
    final Map<SystemUserId, SystemAccess> accesses = new LinkedHashMap<>();
    final List<String> log = new ArrayList<>();
    Optional<RequestAnswer> nextAnswer = Optional.empty();
    List<Organization> managersOrganizations = List.of(CUSTOMER);

    static RequestId id(int n) {
        return new RequestId(new UUID(0x1234_5678_9abc_4defL, 0x8000_0000_0000_0000L + n));
    }

    AccessRequest add(AccessRequest request) {
        requests.put(request.id(), request);
        return request;
    }

    Status status(RequestId id) {
        var request = requests.get(id);
        if (request == null) {
            throw new IllegalArgumentException("no request " + id);
        }
        return request.status();
    }

    static AccessRequest request(int n) {
        return new AccessRequest(
                id(n),
                Status.NEW,
                VENDOR,
                text("SmartCloud Fakturaflyt", "SmartCloud Fakturaflyt", "SmartCloud Invoice Flow"),
                text(
                        "Henter krav og betalinger og bokfører dem i regnskapet.",
                        "Hentar krav og betalingar og bokfører dei i rekneskapen.",
                        "Fetches claims and payments and enters them in the accounts."),
                "Fakturaflyt for Rolig Fjord",
                CUSTOMER,
                rights(),
                NOW.minusSeconds(7200),
                NOW.plusSeconds(180L * 24 * 3600),
                Optional.of("https://smartcloud.example/kvittering?ref=4711&x=%C3%A6"),
                Optional.empty(),
                Optional.empty());
    }

    static Rights rights() {
        var tax = text("Skatteetaten", "Skatteetaten", "The Norwegian Tax Administration");
        return new Rights(
                List.of(new Rights.PackageRight(
                        text("Skattegrunnlag", "Skattegrunnlag", "Tax basis"),
                        text(
                                "Gir innsyn i grunnlaget for skatt.",
                                "Gir innsyn i grunnlaget for skatt.",
                                "Gives insight into the basis for tax."),
                        List.of(
                                new Rights.Service(text("Skattemelding", "Skattemelding", "Tax return"), tax),
                                new Rights.Service(text("Skatteattest", "Skatteattest", "Tax certificate"), tax)))),
                List.of(
                        new Rights.ServiceRight(
                                text("Krav og betalinger", "Krav og betalingar", "Claims and payments"),
                                text(
                                        "Se hva virksomheten skylder og har betalt.",
                                        "Sjå kva verksemda skuldar og har betalt.",
                                        "See what the organisation owes and has paid."),
                                tax,
                                List.of(new ActionName("read"))),
                        new Rights.ServiceRight(
                                text("Betalingsavtale", "Betalingsavtale", "Payment agreement"),
                                LocalizedText.of(Map.of()),
                                tax,
                                List.of(new ActionName("read"), new ActionName("sign")))));
    }

    static AccessRequest with(AccessRequest r, Status status, Optional<Decision> decision) {
        return new AccessRequest(
                r.id(),
                status,
                r.vendor(),
                r.systemName(),
                r.description(),
                r.title(),
                r.customer(),
                r.rights(),
                r.created(),
                r.expires(),
                r.redirectUrl(),
                decision,
                r.access());
    }

    static AccessRequest redirectingTo(AccessRequest r, Optional<String> url) {
        return new AccessRequest(
                r.id(),
                r.status(),
                r.vendor(),
                r.systemName(),
                r.description(),
                r.title(),
                r.customer(),
                r.rights(),
                r.created(),
                r.expires(),
                url,
                r.decision(),
                r.access());
    }

    static LocalizedText text(String nb, String nn, String en) {
        return LocalizedText.of(Map.of("nb", nb, "nn", nn, "en", en));
    }

    /** The organisation number that begins with these eight digits. */
    static OrgNumber number(String eight) {
        for (int last = 0; last <= 9; last++) {
            if (OrgNumber.isWellFormed(eight + last)) {
                return new OrgNumber(eight + last);
            }
        }
        return number(Integer.toString(Integer.parseInt(eight) + 1));
    }

    /** A well-formed identity number that begins with these seven digits. */
    static String pid(String seven) {
        for (int rest = 0; rest <= 9999; rest++) {
            var candidate = seven + "%04d".formatted(rest);
            if (PersonIdentifier.isWellFormed(candidate)) {
                return candidate;
            }
        }
        throw new IllegalArgumentException(seven);
    }

    // People

    @Override
    public Optional<Person> byUser(UserId user) {
        return List.of(MANAGER, EMPLOYEE, PARTLY, STRANGER).stream()
                .filter(person -> person.user().equals(user))
                .findFirst();
    }

    @Override
    public Optional<Person> byIdentifier(PersonIdentifier identifier) {
        return identifier.reveal().equals(MANAGERS_PID) ? Optional.of(MANAGER) : Optional.empty();
    }

    @Override
    public List<Organization> represented(UserId user) {
        if (user.equals(STRANGER.user())) {
            return List.of();
        }
        return user.equals(MANAGER.user()) ? managersOrganizations : List.of(CUSTOMER);
    }

    @Override
    public List<Group> offered() {
        return List.of(
                new Group(
                        text("Kunden Rolig Fjord AS", "Kunden Rolig Fjord AS", "The customer Rolig Fjord AS"),
                        List.of(
                                new Offered(MANAGER, text("Daglig leder", "Dagleg leiar", "General manager")),
                                new Offered(EMPLOYEE, text("Ansatt uten rolle", "Tilsett utan rolle", "Employee")),
                                new Offered(
                                        PARTLY,
                                        text(
                                                "Tilgangsstyrer uten alle tjenestene",
                                                "Tilgangsstyrar utan alle tenestene",
                                                "Access manager without all services")))),
                new Group(
                        text("Andre", "Andre", "Others"),
                        List.of(new Offered(STRANGER, text("Uten virksomhet", "Utan verksemd", "No organisation")))));
    }

    // AccessRequests

    @Override
    public RequestReading read(PortalUser person, RequestId id) {
        var request = requests.get(id);
        if (request == null || !represented(person.id()).contains(request.customer())) {
            return new RequestReading.NotFound();
        }
        return new RequestReading.Found(request, standing(person));
    }

    private static Standing standing(PortalUser person) {
        if (person.id().equals(EMPLOYEE.user())) {
            return new Standing.MayNotAnswer();
        }
        if (!person.level().satisfies(REQUIRED)) {
            return new Standing.LevelTooLow(REQUIRED);
        }
        return person.id().equals(PARTLY.user()) ? new Standing.LacksRights(missing()) : new Standing.MayAnswer();
    }

    static List<MissingRight> missing() {
        return List.of(
                new MissingRight(
                        text("Betalingsavtale", "Betalingsavtale", "Payment agreement"),
                        MissingRight.Reason.fromWire("MissingRoleAccess")),
                new MissingRight(
                        text("Skattegrunnlag", "Skattegrunnlag", "Tax basis"),
                        MissingRight.Reason.fromWire("MissingPackageAccess")));
    }

    @Override
    public RequestAnswer approve(PortalUser person, RequestId id) {
        return answer(person, id, Status.ACCEPTED, "approve");
    }

    @Override
    public RequestAnswer decline(PortalUser person, RequestId id, DeclineReason reason) {
        return answer(person, id, Status.REJECTED, "decline:" + reason.code());
    }

    private RequestAnswer answer(PortalUser person, RequestId id, Status wanted, String entry) {
        if (nextAnswer.isPresent()) {
            return nextAnswer.get();
        }
        return switch (read(person, id)) {
            case RequestReading.NotFound notFound -> new RequestAnswer.NotFound();
            case RequestReading.Found found -> answer(person, found, wanted, entry);
        };
    }

    private RequestAnswer answer(PortalUser person, RequestReading.Found found, Status wanted, String entry) {
        if (found.request().status() != Status.NEW) {
            return new RequestAnswer.AnsweredBefore();
        }
        return switch (found.standing()) {
            case Standing.MayAnswer may -> decide(person, found.request(), wanted, entry);
            case Standing.MayNotAnswer mayNot -> new RequestAnswer.MayNotAnswer();
            case Standing.LevelTooLow low -> new RequestAnswer.LevelTooLow(low.required());
            case Standing.LacksRights lacks ->
                wanted == Status.REJECTED
                        ? decide(person, found.request(), wanted, entry)
                        : new RequestAnswer.LacksRights(lacks.missing());
        };
    }

    private RequestAnswer decide(PortalUser person, AccessRequest r, Status wanted, String entry) {
        log.add(entry);
        var access = wanted == Status.ACCEPTED
                ? Optional.of(new SystemUserId(r.id().value()))
                : Optional.<SystemUserId>empty();
        requests.put(
                r.id(),
                new AccessRequest(
                        r.id(),
                        wanted,
                        r.vendor(),
                        r.systemName(),
                        r.description(),
                        r.title(),
                        r.customer(),
                        r.rights(),
                        r.created(),
                        r.expires(),
                        r.redirectUrl(),
                        Optional.of(new Decision(NOW, Optional.of(person.name()), true)),
                        access));
        access.ifPresent(id -> accesses.put(id, access(id, r)));
        return new RequestAnswer.Done();
    }

    static SystemAccess access(SystemUserId id, AccessRequest request) {
        return new SystemAccess(
                id,
                request.title(),
                request.systemName(),
                new SystemId(VENDOR.number() + "_fakturaflyt"),
                request.vendor(),
                request.customer(),
                new ExternalRef("kunde-4711"),
                request.rights(),
                NOW,
                Optional.of(MANAGER.name()));
    }

    // SystemAccesses

    @Override
    public OverviewReading overview(PortalUser person, OrgNumber organization) {
        if (!person.id().equals(MANAGER.user())) {
            return new OverviewReading.NoAccess();
        }
        if (!person.level().satisfies(REQUIRED)) {
            return new OverviewReading.LevelTooLow(REQUIRED);
        }
        return new OverviewReading.Shown(
                requests.values().stream()
                        .filter(request -> request.status() == Status.NEW
                                && request.customer().number().equals(organization))
                        .map(request ->
                                new Pending(request.id(), request.systemName(), request.vendor(), request.created()))
                        .toList(),
                accesses.values().stream()
                        .filter(access -> access.customer().number().equals(organization))
                        .map(access -> new Summary(
                                access.id(),
                                access.title(),
                                access.systemName(),
                                access.vendor(),
                                access.externalRef(),
                                access.rights().count(),
                                access.created()))
                        .toList());
    }

    @Override
    public AccessReading read(PortalUser person, SystemUserId id) {
        var access = accesses.get(id);
        if (access == null || !person.id().equals(MANAGER.user())) {
            return new AccessReading.NotFound();
        }
        return person.level().satisfies(REQUIRED)
                ? new AccessReading.Found(access)
                : new AccessReading.LevelTooLow(REQUIRED);
    }

    @Override
    public Deletion delete(PortalUser person, SystemUserId id) {
        if (!person.id().equals(MANAGER.user()) || accesses.remove(id) == null) {
            return Deletion.NOT_FOUND;
        }
        log.add("delete");
        return Deletion.DELETED;
    }
}
