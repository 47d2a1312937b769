package no.klarert.server;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.klarert.access.AccessLookup;
import no.klarert.access.CaseCatalog;
import no.klarert.access.Catalog;
import no.klarert.access.Party;
import no.klarert.access.Recipient;
import no.klarert.access.RoleAssignment;
import no.klarert.pdp.CachedPolicies;
import no.klarert.pdp.DecisionPoint;
import no.klarert.registry.ResourceType;
import no.klarert.registry.ServiceResource;
import no.klarert.registry.ServiceResource.AccessListMode;
import no.klarert.registry.ServiceResource.CompetentAuthority;
import no.klarert.storage.Bytes;
import no.klarert.storage.Transaction;
import no.klarert.store.memory.MemoryStore;
import no.klarert.systemuser.RegisteredSystem;
import no.klarert.systemuser.SystemUser;
import no.klarert.systemuser.SystemUserRequest;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.ActionName;
import no.klarert.vocabulary.ExternalRef;
import no.klarert.vocabulary.LocalizedText;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.PersonIdentifier;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.RoleCode;
import no.klarert.vocabulary.SystemId;
import no.klarert.vocabulary.SystemUserId;
import no.klarert.vocabulary.UserId;
import tools.jackson.databind.JsonNode;

/**
 * The world of a conformance case in a store of its own, behind the real rooms. Apps are loaded as the resources
 * {@code app_<org>_<app>}, which is how policies and delegations of apps are kept here. App instances are not loaded: a request
 * that needs one fails. What cannot be represented is refused, so that no case passes because its world is empty.
 */
final class CaseWorld {
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));
    private static final SystemId SYSTEM = new SystemId("310000019_case");
    private static final LocalizedText NO_TEXT = LocalizedText.of(Map.of());

    private final MemoryStore store = new MemoryStore(CLOCK);
    private final PdpCase source;
    private final JsonNode world;
    private final Map<String, Party> parties = new HashMap<>();

    private CaseWorld(PdpCase source) {
        this.source = source;
        this.world = source.world();
    }

    /** The decision point of a freshly loaded world, or why it cannot be loaded. */
    static DecisionPoint load(PdpCase source) throws UnsupportedWorldException {
        var loaded = new CaseWorld(source);
        loaded.refuseWhatIsNotBuilt();
        loaded.store.transactions().run(tx -> loaded.fill(tx));
        return loaded.decisionPoint();
    }

    private DecisionPoint decisionPoint() {
        var catalog = catalog();
        var access = new AccessLookup(catalog, store.parties(), store.roles(), store.delegations());
        return new DecisionPoint(
                store.transactions(),
                new AccessInformationPoint(store.parties(), catalog, access, store.systemUsers(), store.systems()),
                new CachedPolicies(new RegistryPolicies(store.policies()), 1 << 20),
                new RegistryAccessListModes(store.resources()),
                store.decisionLog(),
                CLOCK);
    }

    private void refuseWhatIsNotBuilt() throws UnsupportedWorldException {
        for (var member : List.of("clientDelegations", "accessLists", "estateRoles")) {
            if (!world.path(member).isEmpty()) {
                throw new UnsupportedWorldException(member);
            }
        }
        for (var delegation : world.path("delegations")) {
            boolean isNarrow = delegation
                    .path("rights")
                    .valueStream()
                    .anyMatch(right -> right.get("resource").size() > (delegation.has("app") ? 2 : 1));
            if (isInForce(delegation) && (delegation.has("instance") || isNarrow)) {
                throw new UnsupportedWorldException("rights on a part of a resource");
            }
        }
    }

    private static boolean isInForce(JsonNode delegation) {
        return !delegation.get("policy").isNull() && !delegation.path("revoked").asBoolean(false);
    }

    private Catalog catalog() {
        var catalog = new CaseCatalog();
        for (var entry : world.path("roleMap").properties()) {
            entry.getValue()
                    .forEach(gets -> catalog.implies(new RoleCode(entry.getKey()), new RoleCode(gets.asString())));
        }
        for (var entry : world.path("rolePackages").properties()) {
            for (var given : entry.getValue()) {
                var name = given.isString() ? given : given.get("package");
                var types = given.path("unitTypes")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList();
                catalog.comesWith(new RoleCode(entry.getKey()), new AccessPackage(name.asString()), types);
            }
        }
        return catalog.build();
    }

    private int fill(Transaction tx) {
        world.path("parties").forEach(party -> addParty(tx, party));
        world.path("roles")
                .forEach(role -> store.roles()
                        .save(
                                tx,
                                new RoleAssignment(
                                        new RoleCode(role.get("role").asString()),
                                        party(role.get("from")).id(),
                                        party(role.get("to")).id())));
        addSystem(tx);
        world.path("systemUsers").forEach(user -> addSystemUser(tx, user));
        world.path("resources")
                .forEach(resource -> addResource(tx, resource.get("id").asString(), resource));
        world.path("apps")
                .forEach(app -> addResource(
                        tx,
                        appId(app.get("org").asString() + "/" + app.get("app").asString()),
                        app));
        world.path("packageAssignments").forEach(given -> givePackage(tx, given));
        world.path("delegations").valueStream().filter(CaseWorld::isInForce).forEach(given -> giveActions(tx, given));
        return parties.size();
    }

    private void addParty(Transaction tx, JsonNode node) {
        var party = node.get("type").asString().equals("person") ? person(node) : organization(node);
        store.parties().save(tx, party);
        parties.put("party:" + party.id(), party);
        parties.put(party.id().toString(), party);
        if (party instanceof Party.Person person) {
            person.user().ifPresent(user -> parties.put("user:" + user, party));
        }
    }

    private Party person(JsonNode node) {
        var user = world.path("users")
                .valueStream()
                .filter(each -> each.get("partyId").equals(node.get("partyId")))
                .map(each -> new UserId(each.get("userId").asInt()))
                .findFirst();
        return new Party.Person(
                id(node),
                uuid(node),
                node.get("name").asString(),
                new PersonIdentifier(node.get("personNumber").asString()),
                user);
    }

    private static Party organization(JsonNode node) {
        return new Party.Organization(
                id(node),
                uuid(node),
                node.get("name").asString(),
                new OrgNumber(node.get("organizationNumber").asString()),
                node.get("unitType").asString(),
                Optional.ofNullable(node.get("mainUnit")).map(main -> new PartyId(main.asInt())));
    }

    private static PartyId id(JsonNode node) {
        return new PartyId(node.get("partyId").asInt());
    }

    private static PartyUuid uuid(JsonNode node) {
        return PartyUuid.parse(node.get("partyUuid").asString());
    }

    /** A party by id or by reference. */
    private Party party(JsonNode reference) {
        var found = parties.get(reference.asString());
        if (found == null) {
            throw new IllegalArgumentException(source.id() + " refers to " + reference);
        }
        return found;
    }

    private Recipient recipient(JsonNode reference) {
        var text = reference.asString();
        return text.startsWith("systemuser:")
                ? new Recipient.OfSystemUser(SystemUserId.parse(text.substring("systemuser:".length())))
                : new Recipient.OfParty(party(reference).uuid());
    }

    private void addSystem(Transaction tx) {
        var system = new RegisteredSystem(
                new UUID(0, 1),
                SYSTEM,
                new OrgNumber("310000019"),
                NO_TEXT,
                NO_TEXT,
                List.of(),
                List.of(),
                List.of(),
                true,
                List.of(),
                false,
                CLOCK.instant());
        store.systems().insert(tx, system);
    }

    private void addSystemUser(Transaction tx, JsonNode node) {
        var id = SystemUserId.parse(node.get("uuid").asString());
        var owner = (Party.Organization) party(node.get("owner"));
        var key = new SystemUserRequest.Key(SYSTEM, owner.number(), new ExternalRef(id.toString()));
        store.systemUsers().insert(tx, new SystemUser(id, key, owner.id(), "", List.of(), CLOCK.instant()), "");
        if (node.path("deleted").asBoolean(false)) {
            store.systemUsers().delete(tx, id, "", CLOCK.instant());
        }
    }

    private void addResource(Transaction tx, String id, JsonNode node) {
        var mode = AccessListMode.valueOf(
                node.path("accessListMode").asString("Disabled").toUpperCase(java.util.Locale.ROOT));
        var resource = new ServiceResource(
                new ResourceId(id),
                ResourceType.GENERIC_ACCESS_RESOURCE,
                NO_TEXT,
                NO_TEXT,
                NO_TEXT,
                true,
                true,
                new CompetentAuthority(Optional.empty(), "ttd", NO_TEXT),
                mode,
                List.of(),
                List.of(),
                "{}");
        store.resources().insert(tx, resource, CLOCK.instant());
        store.policies()
                .put(
                        tx,
                        resource.id(),
                        Bytes.of(source.policy(node.get("policy").asString())),
                        CLOCK.instant());
    }

    private static String appId(String orgAndApp) {
        return "app_" + orgAndApp.replace('/', '_');
    }

    private void givePackage(Transaction tx, JsonNode given) {
        store.delegations()
                .givePackage(
                        tx,
                        party(given.get("from")).uuid(),
                        recipient(given.get("to")),
                        new AccessPackage(given.get("package").asString()),
                        CLOCK.instant());
    }

    private void giveActions(Transaction tx, JsonNode given) {
        var resource = given.has("app")
                ? appId(given.get("app").asString())
                : given.get("resource").asString();
        for (var right : given.get("rights")) {
            store.delegations()
                    .giveActions(
                            tx,
                            party(given.get("from")).uuid(),
                            recipient(given.get("to")),
                            new ResourceId(resource),
                            Set.of(new ActionName(right.get("action").asString())),
                            CLOCK.instant());
        }
    }

    /** The world holds something this implementation has no place for. */
    static final class UnsupportedWorldException extends Exception {
        private static final long serialVersionUID = 1L;

        UnsupportedWorldException(String what) {
            super("the world has " + what);
        }
    }
}
