package no.klarert.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.LocalizedText;
import no.klarert.vocabulary.RoleCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the catalogue's file. Its format is ours: every member below is required unless said otherwise. */
final class CatalogReader {
    private static final String FILE = "catalog.json";

    private CatalogReader() {}

    static Catalog readPublished() {
        try (InputStream in = CatalogReader.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new CatalogException(FILE + " is missing");
            }
            return read(JsonMapper.shared().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Catalog read(JsonNode file) {
        List<CatalogPackage> packages = new ArrayList<>();
        file.required("packages").forEach(node -> packages.add(accessPackage(node)));
        List<Role> roles = new ArrayList<>();
        file.required("roles").forEach(node -> roles.add(role(node)));
        List<Catalog.Implication> implications = new ArrayList<>();
        file.required("implications").forEach(node -> addImplications(implications, node));
        List<Catalog.Row> rows = new ArrayList<>();
        file.required("rolePackages").forEach(node -> addRows(rows, node));
        return new Catalog(packages, roles, implications, rows);
    }

    private static CatalogPackage accessPackage(JsonNode node) {
        return new CatalogPackage(
                new AccessPackage(text(node, "name")),
                CatalogPackage.GivenBy.valueOf(text(node, "givenBy").toUpperCase(Locale.ROOT)),
                node.required("assignable").booleanValue(),
                node.required("delegable").booleanValue(),
                localized(node.required("text")));
    }

    /** The older code and the key flag are optional. */
    private static Role role(JsonNode node) {
        var source = text(node, "source");
        return new Role(
                new RoleCode(text(node, "identifier")),
                optionalText(node, "code").map(RoleCode::new),
                Role.Source.ofKey(source).orElseThrow(() -> new CatalogException("unknown role source " + source)),
                node.has("key") && node.required("key").booleanValue(),
                localized(node.required("name")));
    }

    private static void addImplications(List<Catalog.Implication> implications, JsonNode node) {
        var has = new RoleCode(text(node, "has"));
        for (var gets : node.required("gets")) {
            implications.add(new Catalog.Implication(has, new RoleCode(gets.stringValue())));
        }
    }

    /** One entry stands for every pair of its roles and packages; {@code unitType} is optional. */
    private static void addRows(List<Catalog.Row> rows, JsonNode node) {
        var unitType = optionalText(node, "unitType");
        boolean hasAccess = node.required("hasAccess").booleanValue();
        boolean canDelegate = node.required("canDelegate").booleanValue();
        for (var role : node.required("roles")) {
            for (var name : node.required("packages")) {
                var accessPackage = new AccessPackage(name.stringValue());
                rows.add(new Catalog.Row(
                        new RoleCode(role.stringValue()),
                        new RolePackage(accessPackage, unitType, hasAccess, canDelegate)));
            }
        }
    }

    private static LocalizedText localized(JsonNode node) {
        Map<String, String> texts = new HashMap<>();
        node.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().stringValue()));
        return LocalizedText.of(texts);
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).stringValue();
    }

    private static Optional<String> optionalText(JsonNode node, String name) {
        return Optional.ofNullable(node.get(name)).map(JsonNode::stringValue);
    }
}
