package no.klarert.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.RoleCode;

/**
 * The fixed vocabulary of roles and access packages and what follows from what (access packages and roles §2–3). Immutable. A
 * role may be named by its identifier or its older code; answers use {@link Role#code()}.
 */
public final class Catalog {
    private final SortedMap<AccessPackage, CatalogPackage> packages = new TreeMap<>();
    private final Map<RoleCode, Role> rolesByName = new LinkedHashMap<>();
    private final Map<RoleCode, Set<RoleCode>> implied = new HashMap<>();
    private final Map<RoleCode, List<RolePackage>> rolePackages = new HashMap<>();

    /** The catalogue as published, read from the file that comes with this module. */
    public static Catalog published() {
        return CatalogReader.readPublished();
    }

    /** Refuses doubles and references to what is not there with {@link CatalogException}. */
    Catalog(
            Collection<CatalogPackage> packages,
            Collection<Role> roles,
            Collection<Implication> implications,
            Collection<Row> rows) {
        packages.forEach(this::add);
        roles.forEach(this::add);
        implications.forEach(this::add);
        rows.forEach(this::add);
        implied.replaceAll((role, gets) -> Collections.unmodifiableSet(gets));
        rolePackages.replaceAll((role, list) -> List.copyOf(list));
    }

    public Collection<CatalogPackage> packages() {
        return Collections.unmodifiableCollection(packages.values());
    }

    public Optional<CatalogPackage> accessPackage(AccessPackage id) {
        return Optional.ofNullable(packages.get(id));
    }

    public Set<Role> roles() {
        return Collections.unmodifiableSet(new LinkedHashSet<>(rolesByName.values()));
    }

    /** The role under either of its names; one the catalogue lacks is answered by its code, and nothing follows from it. */
    public Role role(RoleCode name) {
        var role = rolesByName.get(name);
        return role == null ? Role.unlisted(name) : role;
    }

    /** The roles and those that follow from them for the same party, in one step (§3.2). */
    Set<RoleCode> withImplied(Collection<RoleCode> roles) {
        Set<RoleCode> all = new LinkedHashSet<>();
        for (var role : roles) {
            var code = role(role).code();
            all.add(code);
            all.addAll(implied.getOrDefault(code, Set.of()));
        }
        return all;
    }

    /** The packages that come with a role (§3.1). */
    public List<RolePackage> packagesOf(RoleCode role) {
        return rolePackages.getOrDefault(role(role).code(), List.of());
    }

    private void add(CatalogPackage entry) {
        if (packages.put(entry.id(), entry) != null) {
            throw new CatalogException("access package " + entry.id() + " is listed twice");
        }
    }

    private void add(Role role) {
        addName(role.identifier(), role);
        role.legacyCode().filter(code -> !code.equals(role.identifier())).ifPresent(code -> addName(code, role));
    }

    private void addName(RoleCode name, Role role) {
        if (rolesByName.put(name, role) != null) {
            throw new CatalogException("role " + name + " is listed twice");
        }
    }

    private void add(Implication implication) {
        var gets = implied.computeIfAbsent(listed(implication.has()), has -> new LinkedHashSet<>());
        if (!gets.add(listed(implication.gets()))) {
            throw new CatalogException(
                    "implication of " + implication.gets() + " by " + implication.has() + " is doubled");
        }
    }

    private void add(Row row) {
        var entry = row.entry();
        if (!packages.containsKey(entry.accessPackage())) {
            throw new CatalogException("role " + row.role() + " names unknown package " + entry.accessPackage());
        }
        var list = rolePackages.computeIfAbsent(listed(row.role()), role -> new ArrayList<>());
        if (list.stream()
                .anyMatch(other -> other.accessPackage().equals(entry.accessPackage())
                        && other.unitType().equals(entry.unitType()))) {
            throw new CatalogException("role " + row.role() + " names package " + entry.accessPackage() + " twice");
        }
        list.add(entry);
    }

    private RoleCode listed(RoleCode name) {
        var role = rolesByName.get(name);
        if (role == null) {
            throw new CatalogException("role " + name + " is referred to and not listed");
        }
        return role.code();
    }

    /** Holding {@code has} for a party means holding {@code gets} for it. */
    record Implication(RoleCode has, RoleCode gets) {}

    /** A package that comes with a role. */
    record Row(RoleCode role, RolePackage entry) {}
}
