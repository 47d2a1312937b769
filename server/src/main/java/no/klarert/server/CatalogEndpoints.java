package no.klarert.server;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import no.klarert.access.Catalog;
import no.klarert.access.CatalogDetails;
import no.klarert.access.CatalogDetails.PackageDetails;
import no.klarert.access.CatalogDetails.RoleDetails;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.RoleCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Roles and access packages, for anyone (access packages and roles §5). */
final class CatalogEndpoints {
    private static final Answer UNKNOWN = Answer.empty(404);

    private final Catalog catalog;
    private final CatalogDetails details;

    CatalogEndpoints(Catalog catalog, CatalogDetails details) {
        this.catalog = catalog;
        this.details = details;
    }

    private CatalogJson json(Call call) {
        return new CatalogJson(details, Translation.of(call));
    }

    private static Answer list(ArrayNode entries) {
        return entries.isEmpty() ? Answer.empty(204) : Answer.json(200, entries);
    }

    private static <T> Answer one(Optional<T> entry, Function<T, ? extends JsonNode> write) {
        return entry.map(found -> Answer.json(200, write.apply(found))).orElse(UNKNOWN);
    }

    Answer export(Call call) {
        return list(CatalogJson.array(details.groups(), json(call)::groupWithAreas));
    }

    Answer groups(Call call) {
        return list(CatalogJson.sorted(details.groups(), json(call)::group));
    }

    Answer group(Call call) {
        return one(details.group(ShapeProblems.uuid(call, "id")), json(call)::group);
    }

    Answer areas(Call call) {
        return details.group(ShapeProblems.uuid(call, "id"))
                .map(group -> list(CatalogJson.sorted(group.areas(), json(call)::area)))
                .orElse(UNKNOWN);
    }

    Answer area(Call call) {
        return one(details.area(ShapeProblems.uuid(call, "id")), json(call)::area);
    }

    Answer packagesOfArea(Call call) {
        return details.area(ShapeProblems.uuid(call, "id"))
                .map(area -> list(CatalogJson.sorted(area.packages(), json(call)::accessPackage)))
                .orElse(UNKNOWN);
    }

    Answer accessPackage(Call call) {
        return one(details.accessPackage(ShapeProblems.uuid(call, "id")), json(call)::accessPackage);
    }

    /** By the whole URN or by its end, ignoring case; anything but exactly one match is unknown. */
    Answer packageByUrn(Call call) {
        var wanted = call.parameter("urn").toLowerCase(Locale.ROOT);
        var end = wanted.startsWith("urn:") || wanted.startsWith(":") ? wanted : ":" + wanted;
        var found = details.packages().stream()
                .filter(each -> each.entry().id().urn().endsWith(end))
                .toList();
        return one(found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty(), json(call)::accessPackage);
    }

    Answer search(Call call) {
        refuseUnsupported(call);
        var json = json(call);
        var term = call.query().ignoringCase("term").orElse("");
        var search = new PackageSearch(details, json.translation(), term, Parameters.flag(call, "strict", false));
        return list(CatalogJson.array(search.among(ofKind(call)), hit -> hit(json, hit)));
    }

    private static JsonNode hit(CatalogJson json, PackageSearch.Hit hit) {
        var node = Json.object();
        node.set("object", json.accessPackage(hit.found()));
        node.put("score", (double) hit.score());
        var fields = node.putArray("fields");
        hit.fields()
                .forEach(field -> fields.addObject()
                        .put("field", field.name())
                        .put("value", field.value())
                        .put("score", (double) field.score()));
        return node;
    }

    private List<PackageDetails> ofKind(Call call) {
        var kind = call.query().ignoringCase("typeName").orElse("");
        var wanted = switch (kind.toLowerCase(Locale.ROOT)) {
            case "" -> "";
            case "organization", "organisasjon" -> "Organisasjon";
            case "person" -> "Person";
            default -> throw call.refuse(ShapeProblems.of("typeName", "expected organization or person"));
        };
        return details.packages().stream()
                .filter(each -> wanted.isEmpty() || each.givenBy().name().equals(wanted))
                .toList();
    }

    Answer roles(Call call) {
        return Answer.json(200, CatalogJson.array(details.roles(), json(call)::role));
    }

    /** A list of the one role, or of none, as the public service has it. */
    Answer role(Call call) {
        var role = details.role(ShapeProblems.uuid(call, "id")).stream().toList();
        return Answer.json(200, CatalogJson.array(role, json(call)::role));
    }

    Answer packagesOfRoleByCode(Call call) {
        var name = ShapeProblems.required(call, "role");
        var variant = ShapeProblems.required(call, "variant");
        var role = code(name).flatMap(details::role);
        return role.isEmpty()
                ? Answer.text(404, "Role '" + name + "' not found")
                : packagesOf(call, role.get(), variant);
    }

    Answer packagesOfRole(Call call) {
        var role = details.role(ShapeProblems.uuid(call, "id"));
        var variant = ShapeProblems.required(call, "variant");
        return role.map(known -> packagesOf(call, known, variant)).orElse(UNKNOWN);
    }

    private static Optional<RoleCode> code(String text) {
        try {
            return Optional.of(new RoleCode(text.toLowerCase(Locale.ROOT)));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    /** Whatever the role may do with them (§5, `hasAccess`). */
    private Answer packagesOf(Call call, RoleDetails role, String variant) {
        if (details.unitTypes().stream().noneMatch(type -> type.name().equalsIgnoreCase(variant))) {
            return Answer.text(404, "Variant '" + variant + "' not found");
        }
        var names = catalog.packagesOf(role.role().code()).stream()
                .filter(row -> row.unitType()
                        .filter(type -> !type.equalsIgnoreCase(variant))
                        .isEmpty())
                .map(row -> row.accessPackage())
                .toList();
        Collection<PackageDetails> packages = details.packages().stream()
                .filter(each -> names.contains(each.entry().id()))
                .toList();
        return Answer.json(200, CatalogJson.array(packages, json(call)::accessPackage));
    }

    Answer unitTypes(Call call) {
        return Answer.json(200, CatalogJson.array(details.unitTypes(), CatalogJson::unitType));
    }

    /** Searches that need an index of the resources in each package, or fuzzy matching: refused rather than half answered. */
    private static void refuseUnsupported(Call call) {
        refuse(call, "searchInResources", Parameters.flag(call, "searchInResources", false));
        refuse(call, "simpleSearch", !Parameters.flag(call, "simpleSearch", true));
        refuse(
                call,
                "resourceProviderCode",
                call.query().ignoringCase("resourceProviderCode").isPresent());
    }

    private static void refuse(Call call, String name, boolean asked) {
        if (asked) {
            throw call.refuse(ShapeProblems.of(name, "is not supported"));
        }
    }
}
