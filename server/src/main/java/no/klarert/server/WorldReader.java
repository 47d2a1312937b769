package no.klarert.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.klarert.access.Party;
import no.klarert.access.RoleAssignment;
import no.klarert.issuer.ClientKey;
import no.klarert.issuer.Organization;
import no.klarert.issuer.SignatureAlgorithm;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.KeyId;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.PersonIdentifier;
import no.klarert.vocabulary.RoleCode;
import no.klarert.vocabulary.ScopeName;
import no.klarert.vocabulary.UserId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a world file (YAML or JSON). Every problem is reported with its place in the file; nothing is used if there is one. */
final class WorldReader {
    private static final int LARGEST = 50_000_000;

    private final JsonFields root;
    private final Instant keysExpire;

    private WorldReader(JsonFields root, Instant keysExpire) {
        this.root = root;
        this.keysExpire = keysExpire;
    }

    /** @param keysExpire until when the keys of seeded clients are usable */
    static World read(Path file, Instant keysExpire) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new ConfigException("the world file `" + file + "` is larger than " + LARGEST + " bytes");
            }
            return read(file.toString(), Files.readAllBytes(file), keysExpire);
        } catch (IOException e) {
            throw new ConfigException("cannot read the world file `" + file + "`", e);
        }
    }

    static World read(String name, byte[] content, Instant keysExpire) {
        var yaml = YAMLMapper.builder().build();
        JsonNode tree;
        try {
            tree = yaml.readTree(content);
        } catch (JacksonException e) {
            throw new ConfigException("`" + name + "` is not YAML: " + e.getOriginalMessage(), e);
        }
        if (BrokenText.isIn(tree)) {
            throw new ConfigException(
                    "`" + name + "`: " + BrokenText.REASON + BrokenText.place(yaml.createParser(content)));
        }
        var fields = JsonFields.of(tree);
        var world = new WorldReader(fields, keysExpire).world();
        if (fields.isFaulty()) {
            var list = new StringBuilder("`" + name + "` is not a world; nothing was loaded:");
            fields.errors()
                    .forEach(error -> list.append("\n  ")
                            .append(error.pointer().isEmpty() ? "/" : error.pointer())
                            .append(": ")
                            .append(error.message()));
            throw new ConfigException(list.toString());
        }
        return world;
    }

    private World world() {
        root.refuseUnknown(
                "organizations",
                "parties",
                "users",
                "roles",
                "packageAssignments",
                "scopes",
                "apiSchemes",
                "apiDelegations",
                "clients");
        var users = users();
        var parties = parties(users);
        var known = knownParties(parties);
        var userParties = new HashMap<UserId, PartyId>();
        users.forEach((party, user) -> userParties.put(user, party));
        var participants = participants();
        var apis = new WorldApis(root);
        return new World(
                participants,
                parties,
                roles(known, userParties),
                packages(known, userParties),
                scopes(),
                apis.schemes(participants),
                apis.delegations(parties),
                clients());
    }

    private List<World.Participant> participants() {
        List<World.Participant> participants = new ArrayList<>();
        Set<String> prefixes = new HashSet<>();
        for (var item : root.objects("organizations").orElse(List.of())) {
            item.refuseUnknown("organizationNumber", "name", "scopePrefixes", "entitlements");
            var number = item.requiredValue("organizationNumber", OrgNumber::new);
            var name = item.requiredText("name");
            var owned = item.texts("scopePrefixes").orElse(List.of());
            owned.stream()
                    .filter(prefix -> !prefixes.add(prefix))
                    .forEach(prefix -> item.wrong("scopePrefixes", "`" + prefix + "` has another owner"));
            var entitlements = scopeNames(item, "entitlements");
            number.ifPresent(n -> participants.add(
                    new World.Participant(new Organization(n, name, Set.copyOf(owned)), entitlements)));
        }
        return participants;
    }

    private Map<PartyId, UserId> users() {
        Map<PartyId, UserId> users = new HashMap<>();
        for (var item : root.objects("users").orElse(List.of())) {
            item.refuseUnknown("userId", "partyId");
            int user = item.integer("userId", 0, 1, Integer.MAX_VALUE);
            int party = item.integer("partyId", 0, 1, Integer.MAX_VALUE);
            if (user == 0 || party == 0) {
                item.wrong("", "needs userId and partyId");
            } else if (users.put(new PartyId(party), new UserId(user)) != null) {
                item.wrong("partyId", "has two users");
            }
        }
        return users;
    }

    private List<Party> parties(Map<PartyId, UserId> users) {
        List<Party> parties = new ArrayList<>();
        Set<PartyId> seen = new HashSet<>();
        for (var item : root.objects("parties").orElse(List.of())) {
            item.refuseUnknown(
                    "partyId",
                    "partyUuid",
                    "type",
                    "name",
                    "organizationNumber",
                    "unitType",
                    "personNumber",
                    "mainUnit");
            int id = item.integer("partyId", 0, 1, Integer.MAX_VALUE);
            var uuid = item.requiredValue("partyUuid", PartyUuid::parse);
            var name = item.requiredText("name");
            if (id == 0) {
                item.wrong("partyId", "is required");
            } else if (!seen.add(new PartyId(id))) {
                item.wrong("partyId", "is used twice");
            } else if (uuid.isPresent()) {
                party(item, new PartyId(id), uuid.get(), name, Optional.ofNullable(users.get(new PartyId(id))))
                        .ifPresent(parties::add);
            }
        }
        users.keySet().stream()
                .filter(id -> !seen.contains(id))
                .forEach(id -> root.wrong("users", "there is no party " + id));
        return parties;
    }

    private static Optional<Party> party(
            JsonFields item, PartyId id, PartyUuid uuid, String name, Optional<UserId> user) {
        return switch (item.requiredText("type")) {
            case "person" ->
                item.requiredValue("personNumber", PersonIdentifier::new)
                        .map(identifier -> new Party.Person(id, uuid, name, identifier, user));
            case "organization" -> organization(item, id, uuid, name);
            default -> {
                item.wrong("type", "expected person or organization");
                yield Optional.empty();
            }
        };
    }

    private static Optional<Party> organization(JsonFields item, PartyId id, PartyUuid uuid, String name) {
        int mainUnit = item.integer("mainUnit", 0, 1, Integer.MAX_VALUE);
        var main = mainUnit == 0 ? Optional.<PartyId>empty() : Optional.of(new PartyId(mainUnit));
        var unitType = item.text("unitType").orElse("AS");
        return item.requiredValue("organizationNumber", OrgNumber::new)
                .map(number -> new Party.Organization(id, uuid, name, number, unitType, main));
    }

    private Set<PartyId> knownParties(List<Party> parties) {
        Set<PartyId> known = new HashSet<>();
        parties.forEach(party -> known.add(party.id()));
        for (var party : parties) {
            if (party instanceof Party.Organization organization
                    && organization.mainUnit().isPresent()
                    && !known.contains(organization.mainUnit().get())) {
                root.wrong(
                        "parties",
                        "there is no main unit " + organization.mainUnit().get());
            }
        }
        return known;
    }

    private List<RoleAssignment> roles(Set<PartyId> parties, Map<UserId, PartyId> users) {
        List<RoleAssignment> roles = new ArrayList<>();
        for (var item : root.objects("roles").orElse(List.of())) {
            item.refuseUnknown("role", "from", "to");
            var role = item.requiredValue("role", RoleCode::new);
            var from = giver(item, parties);
            var to = receiver(item, parties, users);
            if (role.isPresent() && from.isPresent() && to.isPresent()) {
                roles.add(new RoleAssignment(role.get(), from.get(), to.get()));
            }
        }
        return roles;
    }

    private List<World.PackageAssignment> packages(Set<PartyId> parties, Map<UserId, PartyId> users) {
        List<World.PackageAssignment> packages = new ArrayList<>();
        for (var item : root.objects("packageAssignments").orElse(List.of())) {
            item.refuseUnknown("package", "from", "to");
            var accessPackage = item.requiredValue("package", AccessPackage::new);
            var from = giver(item, parties);
            var to = receiver(item, parties, users);
            if (accessPackage.isPresent() && from.isPresent() && to.isPresent()) {
                packages.add(new World.PackageAssignment(accessPackage.get(), from.get(), to.get()));
            }
        }
        return packages;
    }

    private static Optional<PartyId> giver(JsonFields item, Set<PartyId> parties) {
        int from = item.integer("from", 0, 1, Integer.MAX_VALUE);
        if (from == 0 || !parties.contains(new PartyId(from))) {
            item.wrong("from", "expected the id of a party in this file");
            return Optional.empty();
        }
        return Optional.of(new PartyId(from));
    }

    /** {@code user:<userId>} or {@code party:<partyId>}. */
    private static Optional<PartyId> receiver(JsonFields item, Set<PartyId> parties, Map<UserId, PartyId> users) {
        var parsed = item.requiredValue(
                "to",
                text -> text.startsWith("user:")
                        ? Optional.ofNullable(users.get(UserId.parse(text.substring("user:".length()))))
                        : Optional.of(PartyId.parse(text.replaceFirst("^party:", "")))
                                .filter(parties::contains));
        if (parsed.isPresent() && parsed.get().isEmpty()) {
            item.wrong("to", "expected `user:` or `party:` and an id in this file");
        }
        return parsed.flatMap(found -> found);
    }

    private List<World.SeededScope> scopes() {
        List<World.SeededScope> scopes = new ArrayList<>();
        for (var item : root.objects("scopes").orElse(List.of())) {
            item.refuseUnknown("name", "owner", "description", "atMaxAge", "delegationSource", "grants");
            var name = item.requiredValue("name", ScopeName::parse);
            var owner = item.requiredValue("owner", OrgNumber::new);
            var description = item.requiredText("description");
            int atMaxAge = item.integer("atMaxAge", 0, 0, 7_200);
            var grants = values(item, "grants", OrgNumber::new);
            if (name.isPresent() && owner.isPresent()) {
                scopes.add(new World.SeededScope(
                        name.get(), owner.get(), description, atMaxAge, item.text("delegationSource"), grants));
            }
        }
        return scopes;
    }

    private List<World.SeededClient> clients() {
        List<World.SeededClient> clients = new ArrayList<>();
        for (var item : root.objects("clients").orElse(List.of())) {
            item.refuseUnknown("clientId", "organization", "name", "scopes", "jwks");
            var id = item.requiredValue("clientId", ClientId::new);
            var organization = item.requiredValue("organization", OrgNumber::new);
            var name = item.requiredText("name");
            var scopes = scopeNames(item, "scopes");
            var keys = item.object("jwks").map(this::keys);
            if (id.isPresent() && organization.isPresent()) {
                clients.add(new World.SeededClient(id.get(), organization.get(), name, scopes, keys));
            }
        }
        return clients;
    }

    private List<ClientKey> keys(JsonFields jwks) {
        List<ClientKey> keys = new ArrayList<>();
        var given = jwks.raw("keys").orElse(Json.object());
        for (int i = 0; i < given.size(); i++) {
            try {
                keys.add(key(JWK.parse(given.get(i).toString())));
            } catch (ParseException | JOSEException | IllegalArgumentException e) {
                jwks.wrong("keys/" + i, "expected a public RSA key with a kid");
            }
        }
        return keys;
    }

    private ClientKey key(JWK jwk) throws JOSEException {
        if (!(jwk instanceof RSAKey rsa) || jwk.isPrivate() || jwk.getKeyID() == null) {
            throw new IllegalArgumentException();
        }
        return new ClientKey(new KeyId(jwk.getKeyID()), SignatureAlgorithm.RS256, rsa.toRSAPublicKey(), keysExpire);
    }

    static List<ScopeName> scopeNames(JsonFields item, String name) {
        return values(item, name, ScopeName::parse);
    }

    private static <T> List<T> values(JsonFields item, String name, java.util.function.Function<String, T> parse) {
        List<T> values = new ArrayList<>();
        var texts = item.texts(name).orElse(List.of());
        for (int i = 0; i < texts.size(); i++) {
            try {
                values.add(parse.apply(texts.get(i)));
            } catch (no.klarert.vocabulary.InvalidValueException e) {
                item.wrong(name + "/" + i, e.getMessage());
            }
        }
        return values;
    }
}
