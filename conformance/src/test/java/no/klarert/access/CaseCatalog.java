package no.klarert.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.klarert.access.Catalog.Implication;
import no.klarert.access.Catalog.Row;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.LocalizedText;
import no.klarert.vocabulary.RoleCode;

/** The published roles and packages, with what follows from what as a conformance case has it and nothing else. */
public final class CaseCatalog {
    private final Catalog published = Catalog.published();
    private final List<Implication> implications = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    /** Who holds {@code has} also holds {@code gets}. */
    public void implies(RoleCode has, RoleCode gets) {
        implications.add(new Implication(has, gets));
    }

    /** The package comes with the role, in those forms of organisation or, if there are none, in all. */
    public void comesWith(RoleCode role, AccessPackage accessPackage, List<String> unitTypes) {
        var types = unitTypes.isEmpty()
                ? Stream.of(java.util.Optional.<String>empty())
                : unitTypes.stream().map(java.util.Optional::of);
        types.forEach(type -> rows.add(new Row(role, new RolePackage(accessPackage, type, true, false))));
    }

    public Catalog build() {
        Map<AccessPackage, CatalogPackage> packages = new HashMap<>();
        published.packages().forEach(each -> packages.put(each.id(), each));
        rows.forEach(row -> packages.computeIfAbsent(row.entry().accessPackage(), CaseCatalog::unpublished));
        Set<Role> roles = new HashSet<>(published.roles());
        rows.forEach(row -> roles.add(published.role(row.role())));
        for (var implication : implications) {
            roles.add(published.role(implication.has()));
            roles.add(published.role(implication.gets()));
        }
        return new Catalog(packages.values(), roles, implications, rows);
    }

    private static CatalogPackage unpublished(AccessPackage id) {
        return new CatalogPackage(
                id, CatalogPackage.GivenBy.ORGANIZATION, true, true, LocalizedText.of(Map.of("nb", id.name())));
    }
}
