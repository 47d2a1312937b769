package no.klarert.server;

import java.util.Collection;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Stream;
import no.klarert.access.CatalogDetails;
import no.klarert.access.CatalogDetails.Area;
import no.klarert.access.CatalogDetails.Group;
import no.klarert.access.CatalogDetails.PackageDetails;
import no.klarert.access.CatalogDetails.PartyKind;
import no.klarert.access.CatalogDetails.RoleDetails;
import no.klarert.access.CatalogDetails.UnitType;
import no.klarert.access.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The catalogue in bodies, in one language (access packages and roles §5). Members that are absent are null; so are the resources
 * of a package, of which no index is kept.
 */
record CatalogJson(CatalogDetails details, Translation translation) {
    static <T> ArrayNode array(Collection<T> entries, Function<T, JsonNode> write) {
        var array = JsonNodeFactory.instance.arrayNode();
        entries.forEach(entry -> array.add(write.apply(entry)));
        return array;
    }

    /** Sorted by name as it is read. */
    static <T> ArrayNode sorted(Collection<T> entries, Function<T, ObjectNode> write) {
        var array = JsonNodeFactory.instance.arrayNode();
        Stream<ObjectNode> nodes = entries.stream().map(write);
        nodes.sorted(Comparator.comparing(node -> node.path("name").asString("")))
                .forEach(array::add);
        return array;
    }

    ObjectNode group(Group group) {
        var in = translation.ofElement(group.name(), group.description());
        var node = Json.object();
        node.put("id", group.id().toString());
        node.put("name", in.of(group.name()));
        node.putNull("urn");
        node.put("description", in.of(group.description()));
        node.put("type", group.givenBy().name());
        node.putArray("areas");
        return node;
    }

    ObjectNode groupWithAreas(Group group) {
        var node = group(group);
        node.set("areas", array(group.areas(), this::areaWithPackages));
        return node;
    }

    ObjectNode area(Area area) {
        var in = translation.ofElement(area.name(), area.description());
        var node = Json.object();
        node.put("id", area.id().toString());
        node.put("name", in.of(area.name()));
        node.put("urn", area.urn());
        node.put("description", in.of(area.description()));
        node.put("iconUrl", area.iconUrl());
        node.putArray("packages");
        return node.putNull("group");
    }

    private ObjectNode areaWithPackages(Area area) {
        var node = area(area);
        node.set("packages", array(area.packages(), this::plainPackage));
        return node;
    }

    /** A package without the area it is in. */
    private ObjectNode plainPackage(PackageDetails details) {
        var entry = details.entry();
        var in = translation.ofElement(entry.name(), details.description());
        var node = Json.object();
        node.put("id", details.id().toString());
        node.put("name", in.of(entry.name()));
        node.put("urn", entry.id().urn());
        node.put("description", in.of(details.description()));
        node.put("isDelegable", entry.delegable());
        node.put("isAssignable", entry.assignable());
        node.put("isResourcePolicyAvailable", details.forServiceOwners());
        node.putNull("area");
        node.set("type", kind(details.givenBy()));
        return node.putNull("resources");
    }

    ObjectNode accessPackage(PackageDetails each) {
        var node = plainPackage(each);
        node.set("area", area(details.areaOf(each)));
        return node;
    }

    private static ObjectNode kind(PartyKind kind) {
        var node = Json.object();
        node.put("id", kind.id().toString());
        node.put("providerId", kind.providerId().toString());
        node.put("name", kind.name());
        return node.putNull("provider");
    }

    ObjectNode role(RoleDetails details) {
        var role = details.role();
        var in = translation.ofElement(role.name(), details.description());
        var legacyCode = role.legacyCode().map(code -> code.value());
        var node = Json.object();
        node.put("id", details.id().toString());
        node.put("name", in.of(role.name()));
        node.put("code", role.identifier().value());
        node.put("description", in.of(details.description()));
        node.put("isKeyRole", role.isKey());
        node.put("urn", role.urn());
        node.put("legacyRoleCode", legacyCode.orElse(null));
        node.put(
                "legacyUrn",
                legacyCode
                        .map(code -> Role.Source.ALTINN2.attribute() + ":" + code)
                        .orElse(null));
        node.put("isResourcePolicyAvailable", details.forServiceOwners());
        node.set("provider", provider(details.provider()));
        return node;
    }

    private static ObjectNode provider(CatalogDetails.Provider provider) {
        var node = Json.object();
        node.put("id", provider.id().toString());
        node.put("name", provider.name());
        node.put("refId", provider.refId());
        node.putNull("logoUrl");
        node.put("code", provider.code());
        node.put("typeId", provider.typeId().toString());
        node.putObject("type").put("id", provider.typeId().toString()).put("name", provider.type());
        return node;
    }

    /** Untranslated, as the public service has it. */
    static ObjectNode unitType(UnitType type) {
        var node = Json.object();
        node.put("id", type.id().toString());
        node.put("typeId", type.kind().id().toString());
        node.put("name", type.name());
        node.put("description", type.description().in("nb"));
        node.set("type", kind(type.kind()));
        return node;
    }
}
