package no.klarert.server;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.klarert.registry.ResourceDraft;
import no.klarert.registry.ResourceType;
import no.klarert.registry.ResourceVersion;
import no.klarert.registry.ServiceResource;
import no.klarert.vocabulary.LocalizedText;
import no.klarert.vocabulary.ResourceId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Resources in bodies (resource registry §3). */
final class ResourceJson {
    static final String RESOURCE = "urn:altinn:resource";

    private ResourceJson() {}

    /** A resource as submitted; faults of its shape are noted in {@code body}. */
    static ResourceDraft read(JsonFields body) {
        var document = ResourceDocument.canonical(body);
        return new ResourceDraft(
                text(document, "identifier"),
                WireNames.resourceType(text(document, "resourceType")).orElse(ResourceType.DEFAULT),
                localized(document.path("title")),
                localized(document.path("description")),
                localized(document.path("rightDescription")),
                document.path("delegable").asBoolean(true),
                document.path("visible").asBoolean(true),
                owner(document.path("hasCompetentAuthority")),
                text(document, "accessListMode").equals("Enabled")
                        ? ServiceResource.AccessListMode.ENABLED
                        : ServiceResource.AccessListMode.DISABLED,
                references(document.path("resourceReferences")),
                keywords(document.path("keywords")),
                text(document));
    }

    private static ResourceDraft.Owner owner(JsonNode authority) {
        return new ResourceDraft.Owner(
                text(authority, "organization").strip(),
                text(authority, "orgcode").strip(),
                localized(authority.path("name")));
    }

    private static List<ServiceResource.Reference> references(JsonNode references) {
        return references
                .valueStream()
                .map(each -> new ServiceResource.Reference(
                        text(each, "referenceSource"), text(each, "reference"), text(each, "referenceType")))
                .toList();
    }

    private static List<String> keywords(JsonNode keywords) {
        return keywords.valueStream().map(each -> text(each, "word")).toList();
    }

    private static LocalizedText localized(JsonNode texts) {
        Map<String, String> byLanguage = new TreeMap<>();
        texts.properties()
                .forEach(each -> byLanguage.put(each.getKey(), each.getValue().asString("")));
        return LocalizedText.of(byLanguage);
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    private static String text(JsonNode document) {
        return new String(Json.write(document), StandardCharsets.UTF_8);
    }

    /** The document of a resource that nobody submitted: what the draft says, and no more. */
    static String document(ResourceDraft draft) {
        var body = Json.object();
        body.put("identifier", draft.identifier());
        ResourceDocument.put(body.putObject("title"), draft.title());
        ResourceDocument.put(body.putObject("description"), draft.description());
        if (draft.delegable()) {
            ResourceDocument.put(body.putObject("rightDescription"), draft.rightDescription());
        }
        putReferences(body, draft.references());
        body.putArray("contactPoints");
        body.put("delegable", draft.delegable());
        body.put("visible", draft.visible());
        body.put("resourceType", draft.type().wireName());
        var owner = body.putObject("hasCompetentAuthority");
        owner.put("organization", draft.owner().organization());
        owner.put("orgcode", draft.owner().orgCode());
        ResourceDocument.put(owner.putObject("name"), draft.owner().name());
        return text(ResourceDocument.canonical(JsonFields.of(body)));
    }

    private static void putReferences(ObjectNode body, List<ServiceResource.Reference> references) {
        if (references.isEmpty()) {
            return;
        }
        var array = body.putArray("resourceReferences");
        references.forEach(each -> array.addObject()
                .put("referenceSource", each.source())
                .put("reference", each.reference())
                .put("referenceType", each.type()));
    }

    /** One version as its owner described it, with its number (resource registry §4.4). */
    static ObjectNode write(ResourceVersion version) {
        var document = Json.read(version.resource().document().getBytes(StandardCharsets.UTF_8));
        var node = Json.object();
        document.properties().forEach(each -> node.set(each.getKey(), each.getValue()));
        return node.put("versionId", version.versionId());
    }

    /** Lists also say how a policy refers to each resource (resource registry §4.5). */
    static ArrayNode list(List<ResourceVersion> versions) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var version : versions) {
            var node = write(version);
            reference(version.resource().id(), node.putArray("authorizationReference"));
            array.add(node);
        }
        return array;
    }

    private static void reference(ResourceId id, ArrayNode to) {
        var parts = id.value().split("_", 3);
        if (parts.length == 3 && parts[0].equals("app")) {
            to.addObject().put("id", "urn:altinn:org").put("value", parts[1]);
            to.addObject().put("id", "urn:altinn:app").put("value", parts[2]);
        } else {
            to.addObject().put("id", RESOURCE).put("value", id.value());
        }
    }
}
