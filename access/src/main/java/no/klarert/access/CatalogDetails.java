package no.klarert.access;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.klarert.vocabulary.LocalizedText;
import no.klarert.vocabulary.RoleCode;

/**
 * What people and programs are told about the catalogue, beside what follows from what, which is {@link Catalog}'s: identifiers,
 * descriptions, and the areas in which packages are shown (access packages and roles §2, §3, §5). Immutable; everything in it
 * refers to an entry of the catalogue.
 */
public final class CatalogDetails {
    private final List<Group> groups;
    private final List<RoleDetails> roles;
    private final List<UnitType> unitTypes;
    private final Map<UUID, Group> groupsById = new HashMap<>();
    private final Map<UUID, Area> areas = new HashMap<>();
    private final Map<UUID, PackageDetails> packages = new LinkedHashMap<>();
    private final Map<UUID, Area> areasByPackage = new HashMap<>();

    /** The details as published, read from the file that comes with this module. */
    public static CatalogDetails published(Catalog catalog) {
        return CatalogDetailsReader.readPublished(catalog);
    }

    /** Refuses two entries of one id with {@link CatalogException}. */
    CatalogDetails(List<Group> groups, List<RoleDetails> roles, List<UnitType> unitTypes) {
        this.groups = List.copyOf(groups);
        this.roles = List.copyOf(roles);
        this.unitTypes = List.copyOf(unitTypes);
        groups.forEach(group -> {
            add(groupsById, group.id(), group);
            group.areas().forEach(area -> {
                add(areas, area.id(), area);
                area.packages().forEach(each -> {
                    add(packages, each.id(), each);
                    areasByPackage.put(each.id(), area);
                });
            });
        });
    }

    private static <T> void add(Map<UUID, T> index, UUID id, T entry) {
        if (index.put(id, entry) != null) {
            throw new CatalogException("id " + id + " is used twice");
        }
    }

    public List<Group> groups() {
        return groups;
    }

    public Optional<Group> group(UUID id) {
        return Optional.ofNullable(groupsById.get(id));
    }

    public Optional<Area> area(UUID id) {
        return Optional.ofNullable(areas.get(id));
    }

    /** The area in which a package is shown. */
    public Area areaOf(PackageDetails details) {
        var area = areasByPackage.get(details.id());
        if (area == null) {
            throw new CatalogException("package " + details.id() + " is in no area");
        }
        return area;
    }

    /** Every package, area by area. */
    public List<PackageDetails> packages() {
        return List.copyOf(packages.values());
    }

    public Optional<PackageDetails> accessPackage(UUID id) {
        return Optional.ofNullable(packages.get(id));
    }

    public List<RoleDetails> roles() {
        return roles;
    }

    public Optional<RoleDetails> role(UUID id) {
        return roles.stream().filter(role -> role.id().equals(id)).findFirst();
    }

    /** The role under either of its names; unlike {@link Catalog#role} empty for one the catalogue lacks. */
    public Optional<RoleDetails> role(RoleCode name) {
        return roles.stream()
                .filter(details -> details.role().identifier().equals(name)
                        || details.role().legacyCode().filter(name::equals).isPresent())
                .findFirst();
    }

    /** The forms of organisations. */
    public List<UnitType> unitTypes() {
        return unitTypes;
    }

    /** Areas that are shown together. */
    public record Group(UUID id, PartyKind givenBy, LocalizedText name, LocalizedText description, List<Area> areas) {
        public Group {
            areas = List.copyOf(areas);
        }
    }

    /** Packages that are shown together. */
    public record Area(
            UUID id,
            String urn,
            String iconUrl,
            LocalizedText name,
            LocalizedText description,
            List<PackageDetails> packages) {
        public Area {
            packages = List.copyOf(packages);
        }
    }

    /**
     * A package.
     *
     * @param forServiceOwners may be named by policies of services
     */
    public record PackageDetails(
            UUID id, CatalogPackage entry, PartyKind givenBy, boolean forServiceOwners, LocalizedText description) {}

    /** A role. */
    public record RoleDetails(
            UUID id, Role role, Provider provider, boolean forServiceOwners, LocalizedText description) {}

    /** Who defines roles and packages. */
    public record Provider(UUID id, String code, String name, String refId, UUID typeId, String type) {}

    /** A kind of party, with the name it has on the wire. */
    public record PartyKind(UUID id, String name, UUID providerId) {}

    /** A form of organisation, such as {@code AS}. */
    public record UnitType(UUID id, String name, LocalizedText description, PartyKind kind) {}
}
