package no.klarert.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.klarert.access.ResourceRights.GrantableResource;
import no.klarert.storage.Transaction;
import no.klarert.store.contract.TestClock;
import no.klarert.store.memory.MemoryStore;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.ActionName;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.PersonIdentifier;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.RoleCode;
import no.klarert.vocabulary.SystemUserId;
import no.klarert.vocabulary.UserId;

/** Parties, roles, delegations and resources that a test puts together by name. */
final class AccessWorld {
    final MemoryStore store = new MemoryStore(new TestClock());
    final Catalog catalog = Catalog.published();
    final AccessLookup lookup = new AccessLookup(catalog, store.parties(), store.roles(), store.delegations());
    private final Map<ResourceId, GrantableResource> resources = new HashMap<>();
    final DelegationCheck check = new DelegationCheck(
            catalog,
            store.parties(),
            store.roles(),
            store.delegations(),
            (transaction, id) -> Optional.ofNullable(resources.get(id)));
    private int parties;

    <T> T in(Function<Transaction, T> work) {
        return store.transactions().run(work);
    }

    Party person(String name) {
        parties++;
        return save(new Party.Person(
                new PartyId(51_000_000 + parties),
                uuid(parties),
                name,
                identifier(parties),
                Optional.of(new UserId(20_000_000 + parties))));
    }

    Party organization(String unitType) {
        return organization(unitType, Optional.empty());
    }

    Party subUnit(Party main) {
        return organization("BEDR", Optional.of(main.id()));
    }

    private Party organization(String unitType, Optional<PartyId> main) {
        parties++;
        var id = new PartyId(50_000_000 + parties);
        return save(new Party.Organization(id, uuid(parties), "Enhet " + parties, number(parties), unitType, main));
    }

    private Party save(Party party) {
        return in(transaction -> {
            store.parties().save(transaction, party);
            return party;
        });
    }

    private static PartyUuid uuid(int n) {
        return new PartyUuid(new UUID(1, n));
    }

    private static OrgNumber number(int n) {
        return IntStream.range(310_000_000, 320_000_000)
                .mapToObj(Integer::toString)
                .filter(OrgNumber::isWellFormed)
                .skip(n)
                .map(OrgNumber::new)
                .findFirst()
                .orElseThrow();
    }

    private static PersonIdentifier identifier(int n) {
        return IntStream.range(0, 100_000)
                .mapToObj(tail -> "018190%05d".formatted(tail))
                .filter(PersonIdentifier::isWellFormed)
                .skip(n)
                .map(PersonIdentifier::new)
                .findFirst()
                .orElseThrow();
    }

    /** {@code to} holds the role for {@code from}. */
    void role(String role, Party from, Party to) {
        in(transaction -> {
            store.roles().save(transaction, new RoleAssignment(new RoleCode(role), from.id(), to.id()));
            return true;
        });
    }

    void give(String accessPackage, Party from, Recipient to) {
        in(transaction -> {
            var given = new AccessPackage(accessPackage);
            store.delegations().givePackage(transaction, from.uuid(), to, given, new TestClock().instant());
            return true;
        });
    }

    void give(String resource, String action, Party from, Recipient to) {
        in(transaction -> {
            var actions = Set.of(new ActionName(action));
            var at = new TestClock().instant();
            store.delegations().giveActions(transaction, from.uuid(), to, new ResourceId(resource), actions, at);
            return true;
        });
    }

    static Recipient to(Party party) {
        return new Recipient.OfParty(party.uuid());
    }

    static Recipient to(SystemUserId systemUser) {
        return new Recipient.OfSystemUser(systemUser);
    }

    /** A resource whose policy lets the roles read, and the package write. */
    ResourceId resource(String name, List<String> readers, String writers) {
        return resource(
                name,
                new GrantableResource(
                        Optional.empty(),
                        List.of(right("read", readers, List.of()), right("write", List.of(), List.of(writers)))));
    }

    ResourceId resource(String name, GrantableResource resource) {
        var id = new ResourceId(name);
        resources.put(id, resource);
        return id;
    }

    static ResourceRights.GrantableRight right(String action, List<String> roles, List<String> packages) {
        return new ResourceRights.GrantableRight(
                new ActionName(action),
                roles.stream().map(RoleCode::new).collect(Collectors.toSet()),
                packages.stream().map(AccessPackage::new).collect(Collectors.toSet()));
    }

    // What the tests ask

    Set<String> roles(Party from, Party to) {
        return in(transaction -> lookup.roles(transaction, from.uuid(), to.uuid())).stream()
                .map(RoleCode::value)
                .collect(Collectors.toSet());
    }

    Set<String> packages(Party from, Recipient to) {
        return in(transaction -> lookup.packages(transaction, from.uuid(), to)).stream()
                .map(AccessPackage::name)
                .collect(Collectors.toSet());
    }

    Set<String> actions(Party from, Recipient to, String resource) {
        return in(transaction -> lookup.actions(transaction, from.uuid(), to, new ResourceId(resource))).stream()
                .map(ActionName::value)
                .collect(Collectors.toSet());
    }

    DelegationCheck.ResourceAnswer check(Party person, Party party, ResourceId resource) {
        return in(transaction -> check.check(transaction, person.uuid(), party.uuid(), List.of(resource), List.of()))
                .resources()
                .get(0);
    }

    /** Which of the packages the person may pass on for the party. */
    Set<String> passable(Party person, Party party, String... packages) {
        var wanted = Stream.of(packages).map(AccessPackage::new).toList();
        return in(transaction -> check.check(transaction, person.uuid(), party.uuid(), List.of(), wanted))
                .packages()
                .stream()
                .filter(DelegationCheck.PackageAnswer::delegable)
                .map(answer -> answer.accessPackage().name())
                .collect(Collectors.toSet());
    }
}
