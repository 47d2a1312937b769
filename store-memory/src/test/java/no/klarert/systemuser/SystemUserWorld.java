package no.klarert.systemuser;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import no.klarert.access.Party;
import no.klarert.access.Recipient;
import no.klarert.storage.Actor;
import no.klarert.storage.AuditEvent;
import no.klarert.storage.Transaction;
import no.klarert.store.contract.TestClock;
import no.klarert.store.memory.MemoryStore;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.ActionName;
import no.klarert.vocabulary.AuthenticationLevel;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.LocalizedText;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.RequestId;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.SystemId;
import no.klarert.vocabulary.SystemUserId;
import no.klarert.vocabulary.UserId;

/**
 * A small world around the room: two vendors, two customers, resources and packages, and people who administer a customer at
 * level 3, represent it, or have nothing to do with it. What a person may pass on is a set the test changes.
 */
final class SystemUserWorld implements Customers, CustomerAuthority, Offerings, Delegations {
    static final OrgNumber VENDOR = new OrgNumber("991825827");
    static final OrgNumber OTHER_VENDOR = new OrgNumber("889640782");
    static final OrgNumber FJORD = new OrgNumber("974761076");
    static final OrgNumber FJELL = new OrgNumber("950474084");
    static final PartyId FJORD_ID = new PartyId(50000001);
    static final PartyId FJELL_ID = new PartyId(50000002);
    static final Actor.OfOrganization CALLER = new Actor.OfOrganization(VENDOR, "klient-1");
    static final Actor.OfOrganization OTHER_CALLER = new Actor.OfOrganization(OTHER_VENDOR, "klient-2");
    static final EndUser MANAGER = person(1, 3);
    static final EndUser MANAGER_AT_LEVEL_2 = person(1, 2);
    static final EndUser EMPLOYEE = person(2, 4);
    static final EndUser STRANGER = person(3, 4);
    static final EndUser FJELL_MANAGER = person(4, 3);
    static final ResourceId CLAIMS = new ResourceId("ske-krav");
    static final ResourceId MESSAGES = new ResourceId("meldinger");
    static final ResourceId SCHEMA = new ResourceId("skjema");
    static final AccessPackage TAX = new AccessPackage("skatt-naering");
    static final AccessPackage PAYROLL_FOR_CLIENTS = new AccessPackage("regnskapsforer-lonn");
    static final AccessPackage EXPLICIT = new AccessPackage("eksplisitt");

    final TestClock clock = new TestClock();
    final MemoryStore store = new MemoryStore(clock);
    /** What nobody may pass on, with the reason. */
    final Map<Object, String> withheld = new HashMap<>();
    /** What turns out at the last moment not to be possible to give. */
    final Set<Object> failing = new HashSet<>();

    final SystemUserStores stores = new SystemUserStores(store.systems(), store.requests(), store.systemUsers());
    private final SystemUserSettings settings =
            new SystemUserSettings(URI.create("https://portal.example"), SystemUserSettings.DEFAULT_REQUEST_LIFETIME);
    final SystemRegister register =
            new SystemRegister(store.transactions(), store.systems(), this, store.audit(), clock, UUID::randomUUID);
    final SystemUserRequests requests = new SystemUserRequests(
            store.transactions(), stores, this, this, store.audit(), settings, clock, UUID::randomUUID);
    final RequestDecisions decisions =
            new RequestDecisions(store.transactions(), stores, this, this, this, this, store.audit(), settings, clock);
    final SystemUsers systemUsers =
            new SystemUsers(store.transactions(), stores, this, this, this, store.audit(), clock);

    SystemUserWorld() {
        store.transactions().run(transaction -> {
            store.parties().save(transaction, organization(FJORD_ID, FJORD, "Fjord AS"));
            store.parties().save(transaction, organization(FJELL_ID, FJELL, "Fjell AS"));
            return true;
        });
    }

    private static Party organization(PartyId id, OrgNumber number, String name) {
        var uuid = new PartyUuid(new UUID(0, id.value()));
        return new Party.Organization(id, uuid, name, number, "AS", Optional.empty());
    }

    private static EndUser person(int id, int level) {
        return new EndUser(new UserId(id), new AuthenticationLevel(level));
    }

    // What vendors send

    static LocalizedText text(String nb) {
        return LocalizedText.of(Map.of("nb", nb, "nn", nb, "en", nb));
    }

    static DraftRight right(String resource) {
        return new DraftRight(Optional.empty(), "urn:altinn:resource", resource);
    }

    static SystemDraft systemDraft(String id) {
        return new SystemDraft(
                id,
                VENDOR.toIso6523(),
                text("Tidsregistrering"),
                text("Timer og lønn"),
                List.of(right(CLAIMS.value()), right(MESSAGES.value())),
                List.of(TAX.urn()),
                List.of(new ClientId("klient-" + id)),
                true,
                List.of("https://vendor.example/kvittering"));
    }

    RegisteredSystem system(String id) {
        return register(systemDraft(id));
    }

    RegisteredSystem register(SystemDraft draft) {
        var caller = new Registrar(CALLER, true);
        if (register.register(caller, draft) instanceof Registration.Registered(var system)) {
            return system;
        }
        throw new AssertionError("the system was not registered");
    }

    static RequestDraft requestDraft(SystemId system) {
        return new RequestDraft(
                system.value(),
                FJORD.value(),
                Optional.empty(),
                Optional.of("Fjords timer"),
                Optional.of(List.of(right(CLAIMS.value()))),
                Optional.of(List.of(TAX.urn())),
                Optional.of("https://vendor.example/kvittering?kunde=4711"));
    }

    RequestView request(RequestDraft draft) {
        if (requests.create(CALLER, draft) instanceof Outcome.Done<SystemUserRequests.Creation>(var creation)) {
            return creation.request();
        }
        throw new AssertionError("the request was not made");
    }

    SystemUser approved(RequestId id) {
        if (decisions.approve(MANAGER, FJORD_ID, id) instanceof PortalOutcome.Done<SystemUser>(var user)) {
            return user;
        }
        throw new AssertionError("the request was not approved");
    }

    List<String> audited() {
        return store.auditEvents().stream().map(AuditEvent::action).toList();
    }

    // What the room asks for

    @Override
    public Optional<Customer> byNumber(Transaction transaction, OrgNumber number) {
        return store.parties().byNumber(transaction, number).map(SystemUserWorld::customer);
    }

    @Override
    public Optional<Customer> byId(Transaction transaction, PartyId id) {
        return store.parties().byId(transaction, id).map(party -> customer((Party.Organization) party));
    }

    private static Customer customer(Party.Organization party) {
        return new Customer(party.id(), party.uuid(), party.number(), party.name());
    }

    @Override
    public Authority authority(Transaction transaction, EndUser person, Customer customer, Matter matter) {
        var manager = customer.id().equals(FJORD_ID) ? MANAGER : FJELL_MANAGER;
        if (!person.id().equals(manager.id())) {
            return new Authority.Lacking();
        }
        return person.level().satisfies(manager.level())
                ? new Authority.Held()
                : new Authority.LevelTooLow(manager.level());
    }

    @Override
    public boolean represents(Transaction transaction, UserId person, Customer customer) {
        return customer.id().equals(FJORD_ID) && (person.equals(MANAGER.id()) || person.equals(EMPLOYEE.id()));
    }

    @Override
    public Optional<Boolean> canBeGiven(Transaction transaction, ResourceId resource) {
        return Set.of(CLAIMS, MESSAGES, SCHEMA).contains(resource)
                ? Optional.of(!resource.equals(SCHEMA))
                : Optional.empty();
    }

    @Override
    public Optional<PackageTraits> packageTraits(AccessPackage accessPackage) {
        return Optional.ofNullable(Map.of(
                        TAX, new PackageTraits(true, true),
                        PAYROLL_FOR_CLIENTS, new PackageTraits(false, true),
                        EXPLICIT, new PackageTraits(false, false))
                .get(accessPackage));
    }

    @Override
    public List<Check> check(
            Transaction transaction,
            EndUser person,
            Customer customer,
            Collection<ResourceId> resources,
            Collection<AccessPackage> accessPackages) {
        List<Check> checks = new ArrayList<>();
        resources.forEach(resource -> checks.add(check(new Subject.OfResource(resource), resource)));
        accessPackages.forEach(each -> checks.add(check(new Subject.OfPackage(each), each)));
        return checks;
    }

    private Check check(Subject subject, Object what) {
        return new Check(subject, !withheld.containsKey(what), withheld.getOrDefault(what, "RoleAccess"));
    }

    @Override
    public void give(
            Transaction transaction,
            EndUser person,
            Customer customer,
            SystemUserId to,
            Collection<ResourceId> resources,
            Collection<AccessPackage> accessPackages,
            Instant at) {
        var recipient = new Recipient.OfSystemUser(to);
        for (var resource : resources) {
            var actions = Set.of(new ActionName("read"));
            store.delegations().giveActions(transaction, customer.uuid(), recipient, resource, actions, at);
        }
        for (var each : accessPackages) {
            store.delegations().givePackage(transaction, customer.uuid(), recipient, each, at);
        }
        if (Stream.concat(resources.stream(), accessPackages.stream()).anyMatch(failing::contains)) {
            throw new DelegationFailedException("it could not be given");
        }
    }

    @Override
    public Holdings holdings(Transaction transaction, Customer customer, SystemUserId systemUser) {
        var recipient = new Recipient.OfSystemUser(systemUser);
        return new Holdings(
                store.delegations().resources(transaction, customer.uuid(), recipient),
                store.delegations().packages(transaction, customer.uuid(), recipient));
    }

    @Override
    public void takeAll(Transaction transaction, EndUser person, SystemUserId from, Instant at) {
        store.delegations().takeAll(transaction, new Recipient.OfSystemUser(from));
    }

    /** What Fjord has given the system user. */
    Holdings holdings(SystemUserId systemUser) {
        return store.transactions()
                .run(transaction ->
                        holdings(transaction, byId(transaction, FJORD_ID).orElseThrow(), systemUser));
    }
}
