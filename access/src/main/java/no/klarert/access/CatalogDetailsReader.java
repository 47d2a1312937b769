package no.klarert.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.klarert.access.CatalogDetails.Area;
import no.klarert.access.CatalogDetails.Group;
import no.klarert.access.CatalogDetails.PackageDetails;
import no.klarert.access.CatalogDetails.PartyKind;
import no.klarert.access.CatalogDetails.RoleDetails;
import no.klarert.access.CatalogDetails.UnitType;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.LocalizedText;
import no.klarert.vocabulary.RoleCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the file of the catalogue's details. Its format is ours: every member is required. */
final class CatalogDetailsReader {
    private static final String FILE = "catalog-details.json";

    private final Catalog catalog;
    private final Map<String, CatalogDetails.Provider> providers = new HashMap<>();
    private final Map<String, PartyKind> kinds = new HashMap<>();

    private CatalogDetailsReader(Catalog catalog) {
        this.catalog = catalog;
    }

    static CatalogDetails readPublished(Catalog catalog) {
        try (InputStream in = CatalogDetailsReader.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new CatalogException(FILE + " is missing");
            }
            return new CatalogDetailsReader(catalog).read(JsonMapper.shared().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CatalogDetails read(JsonNode file) {
        file.required("providers").forEach(node -> providers.put(text(node, "code"), provider(node)));
        file.required("kinds").forEach(node -> kinds.put(text(node, "givenBy"), kind(node)));
        List<Group> groups = new ArrayList<>();
        file.required("groups").forEach(node -> groups.add(group(node)));
        List<RoleDetails> roles = new ArrayList<>();
        file.required("roles").forEach(node -> roles.add(role(node)));
        List<UnitType> unitTypes = new ArrayList<>();
        file.required("unitTypes").forEach(node -> unitTypes.add(unitType(node)));
        return new CatalogDetails(groups, roles, unitTypes);
    }

    private static CatalogDetails.Provider provider(JsonNode node) {
        return new CatalogDetails.Provider(
                id(node, "id"),
                text(node, "code"),
                text(node, "name"),
                text(node, "refId"),
                id(node, "typeId"),
                text(node, "type"));
    }

    private static PartyKind kind(JsonNode node) {
        return new PartyKind(id(node, "id"), text(node, "name"), id(node, "providerId"));
    }

    private Group group(JsonNode node) {
        var givenBy = known(kinds, text(node, "givenBy"));
        List<Area> areas = new ArrayList<>();
        node.required("areas").forEach(area -> areas.add(area(area, givenBy)));
        return new Group(id(node, "id"), givenBy, localized(node, "name"), localized(node, "description"), areas);
    }

    private Area area(JsonNode node, PartyKind givenBy) {
        List<PackageDetails> packages = new ArrayList<>();
        node.required("packages").forEach(each -> packages.add(accessPackage(each, givenBy)));
        return new Area(
                id(node, "id"),
                text(node, "urn"),
                text(node, "iconUrl"),
                localized(node, "name"),
                localized(node, "description"),
                packages);
    }

    private PackageDetails accessPackage(JsonNode node, PartyKind givenBy) {
        var name = new AccessPackage(text(node, "name"));
        var entry = catalog.accessPackage(name)
                .orElseThrow(() -> new CatalogException(FILE + " describes unknown package " + name));
        return new PackageDetails(
                id(node, "id"),
                entry,
                givenBy,
                node.required("forServiceOwners").booleanValue(),
                localized(node, "description"));
    }

    private RoleDetails role(JsonNode node) {
        var role = catalog.role(new RoleCode(text(node, "identifier")));
        if (!catalog.roles().contains(role)) {
            throw new CatalogException(FILE + " describes unknown role " + role.identifier());
        }
        return new RoleDetails(
                id(node, "id"),
                role,
                known(providers, text(node, "provider")),
                node.required("forServiceOwners").booleanValue(),
                localized(node, "description"));
    }

    private UnitType unitType(JsonNode node) {
        return new UnitType(
                id(node, "id"), text(node, "name"), localized(node, "description"), known(kinds, "organization"));
    }

    private static <T> T known(Map<String, T> entries, String name) {
        var entry = entries.get(name);
        if (entry == null) {
            throw new CatalogException(FILE + " refers to unknown " + name);
        }
        return entry;
    }

    private static LocalizedText localized(JsonNode node, String name) {
        Map<String, String> texts = new HashMap<>();
        node.required(name)
                .properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().stringValue()));
        return LocalizedText.of(texts);
    }

    private static UUID id(JsonNode node, String name) {
        return UUID.fromString(text(node, name));
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).stringValue();
    }
}
