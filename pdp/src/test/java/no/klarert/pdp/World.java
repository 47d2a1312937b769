package no.klarert.pdp;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import no.klarert.storage.Bytes;
import no.klarert.storage.Transaction;
import no.klarert.storage.Transactions;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.ActionName;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.PersonIdentifier;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.SystemUserId;
import no.klarert.vocabulary.UserId;

/**
 * Everything a decision point looks at, on maps: two organisations, a person with a user profile and one without, a system
 * user, and what the test gives them. Look-ups are counted.
 */
final class World implements Transactions, PolicyInformationPoint, PolicySource, AccessListModes, DecisionLog {
    static final OrgNumber BAKERY_NUMBER = new OrgNumber("310000019");
    static final KnownParty BAKERY = organization(50000001);
    static final KnownParty OTHER = organization(50000002);
    static final OrgNumber OTHER_NUMBER = new OrgNumber("974761076");
    static final UserId USER = new UserId(20000001);
    static final PersonIdentifier MANAGER_NUMBER = new PersonIdentifier("01819010192");
    static final KnownParty MANAGER =
            new KnownParty(new PartyId(50000003), new PartyUuid(new UUID(0, 3)), Optional.of(USER), false);
    static final PersonIdentifier UNREGISTERED_NUMBER = new PersonIdentifier("01819010273");
    static final SystemUserId SYSTEM = new SystemUserId(UUID.fromString("296a936a-0503-4ccf-8765-b35296602ebd"));
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    final List<DecisionLog.Entry> logged = new ArrayList<>();
    final Set<String> lookedUp = new HashSet<>();
    final Set<SystemUserId> systemUsers = new HashSet<>(Set.of(SYSTEM));
    final Set<ResourceId> restricted = new HashSet<>();
    private final Map<Object, Set<RoleName>> roles = new HashMap<>();
    private final Map<Object, Set<AccessPackage>> packages = new HashMap<>();
    private final Map<Object, Set<ActionName>> actions = new HashMap<>();
    private final Map<ResourceId, PolicyText> policies = new HashMap<>();
    private long version;

    private static KnownParty organization(int id) {
        return new KnownParty(new PartyId(id), new PartyUuid(new UUID(1, id)), Optional.empty(), true);
    }

    DecisionPoint decisionPoint() {
        return new DecisionPoint(this, this, new CachedPolicies(this, 1 << 20), this, this, InstantSource.fixed(NOW));
    }

    World withPolicy(String resource, Bytes xml) {
        version++;
        policies.put(new ResourceId(resource), new PolicyText(version, xml));
        return this;
    }

    World withRole(KnownParty from, KnownParty to, String attributeId, String value) {
        roles.computeIfAbsent(List.of(from.uuid(), to.uuid()), key -> new HashSet<>())
                .add(new RoleName(attributeId, value));
        return this;
    }

    World withPackage(KnownParty from, Holder to, String name) {
        packages.computeIfAbsent(List.of(from.uuid(), to), key -> new HashSet<>())
                .add(new AccessPackage(name));
        return this;
    }

    World withAction(KnownParty from, Holder to, String resource, String action) {
        actions.computeIfAbsent(List.of(from.uuid(), to, new ResourceId(resource)), key -> new HashSet<>())
                .add(new ActionName(action));
        return this;
    }

    static Holder system() {
        return new Holder.OfSystemUser(SYSTEM);
    }

    static Holder party(KnownParty party) {
        return new Holder.OfParty(party.uuid());
    }

    @Override
    public <T> T run(Function<Transaction, T> work) {
        return work.apply(new Transaction() {});
    }

    private static Optional<KnownParty> find(java.util.function.Predicate<KnownParty> isWanted) {
        return List.of(BAKERY, OTHER, MANAGER).stream().filter(isWanted).findFirst();
    }

    @Override
    public Optional<KnownParty> party(Transaction transaction, PartyId id) {
        return find(party -> party.id().equals(id));
    }

    @Override
    public Optional<KnownParty> party(Transaction transaction, PartyUuid uuid) {
        return find(party -> party.uuid().equals(uuid));
    }

    @Override
    public Optional<KnownParty> party(Transaction transaction, OrgNumber number) {
        return number.equals(BAKERY_NUMBER)
                ? Optional.of(BAKERY)
                : number.equals(OTHER_NUMBER) ? Optional.of(OTHER) : Optional.empty();
    }

    @Override
    public Optional<KnownParty> party(Transaction transaction, PersonIdentifier identifier) {
        return identifier.equals(MANAGER_NUMBER) ? Optional.of(MANAGER) : Optional.empty();
    }

    @Override
    public Optional<KnownParty> party(Transaction transaction, UserId user) {
        return user.equals(USER) ? Optional.of(MANAGER) : Optional.empty();
    }

    @Override
    public boolean isActive(Transaction transaction, SystemUserId systemUser) {
        return systemUsers.contains(systemUser);
    }

    @Override
    public Set<RoleName> roles(Transaction transaction, PartyUuid from, PartyUuid to) {
        lookedUp.add("roles");
        return roles.getOrDefault(List.of(from, to), Set.of());
    }

    @Override
    public Set<AccessPackage> packages(Transaction transaction, PartyUuid from, Holder to) {
        lookedUp.add("packages");
        return packages.getOrDefault(List.of(from, to), Set.of());
    }

    @Override
    public Set<ActionName> actions(Transaction transaction, PartyUuid from, Holder to, ResourceId resource) {
        lookedUp.add("actions");
        return actions.getOrDefault(List.of(from, to, resource), Set.of());
    }

    @Override
    public OptionalLong currentVersion(Transaction transaction, ResourceId resource) {
        var policy = policies.get(resource);
        return policy == null ? OptionalLong.empty() : OptionalLong.of(policy.version());
    }

    @Override
    public Optional<PolicyText> current(Transaction transaction, ResourceId resource) {
        lookedUp.add("policy text");
        return Optional.ofNullable(policies.get(resource));
    }

    @Override
    public boolean isRestricted(Transaction transaction, ResourceId resource) {
        return restricted.contains(resource);
    }

    @Override
    public void record(Transaction transaction, DecisionLog.Entry entry) {
        logged.add(entry);
    }
}
