package no.klarert.server;

import java.util.List;
import java.util.Map;
import no.klarert.systemuser.RegisteredSystem;
import no.klarert.systemuser.Right;
import no.klarert.systemuser.SystemDraft;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.LocalizedText;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Systems in bodies (system user API §5.1). */
final class SystemRegisterJson {
    private static final int LONGEST_ID = 255;
    private static final int LONGEST_TEXT = 2_000;
    private static final List<String> LANGUAGES = List.of("nb", "nn", "en");

    private SystemRegisterJson() {}

    /** A description of a system; faults of its shape are noted in {@code body}. */
    static SystemDraft read(JsonFields body) {
        body.refuseNull("rights", "clientId", "allowedRedirectUrls");
        return new SystemDraft(
                id(body),
                vendor(body),
                text(body, "name"),
                text(body, "description"),
                RightsJson.read(body, "rights").orElse(List.of()),
                RightsJson.readPackages(body, "accessPackages").orElse(List.of()),
                clients(body),
                body.flag("isVisible", true),
                body.texts("allowedRedirectUrls").orElse(List.of()));
    }

    private static String id(JsonFields body) {
        var id = body.requiredText("id").strip();
        if (id.length() > LONGEST_ID) {
            body.wrong("id", "is longer than " + LONGEST_ID + " characters");
        }
        return id;
    }

    private static String vendor(JsonFields body) {
        var vendor = body.object("vendor");
        if (vendor.isEmpty() && !body.has("vendor")) {
            body.wrong("vendor", "is required");
        }
        return vendor.map(each -> each.requiredText("ID").strip()).orElse("");
    }

    private static LocalizedText text(JsonFields body, String name) {
        var text = body.localized(name);
        if (text.isEmpty()) {
            if (!body.has(name)) {
                body.wrong(name, "is required");
            }
            return LocalizedText.of(Map.of());
        }
        var byLanguage = text.get().byLanguage();
        LANGUAGES.stream()
                .filter(language -> byLanguage.getOrDefault(language, "").isBlank())
                .forEach(language -> body.wrong(name + "/" + language, "is required"));
        byLanguage.entrySet().stream()
                .filter(entry -> entry.getValue().length() > LONGEST_TEXT)
                .forEach(entry ->
                        body.wrong(name + "/" + entry.getKey(), "is longer than " + LONGEST_TEXT + " characters"));
        return text.get();
    }

    private static List<ClientId> clients(JsonFields body) {
        var texts = body.texts("clientId").orElse(List.of());
        return texts.stream().flatMap(text -> client(body, text).stream()).toList();
    }

    private static List<ClientId> client(JsonFields body, String text) {
        try {
            return List.of(new ClientId(text));
        } catch (InvalidValueException e) {
            body.wrong("clientId", e.getMessage());
            return List.of();
        }
    }

    /** What the vendor sees. */
    static ObjectNode vendorView(RegisteredSystem system) {
        var node = Json.object();
        node.put("id", system.id().value());
        node.putObject("vendor").put("ID", system.vendor().toIso6523());
        node.set("name", texts(system.name()));
        node.set("description", texts(system.description()));
        node.set("rights", RightsJson.write(system.rights()));
        node.set("accessPackages", RightsJson.writePackages(system.accessPackages()));
        node.put("isDeleted", system.deleted());
        var clients = node.putArray("clientId");
        system.clientIds().forEach(client -> clients.add(client.value()));
        node.put("isVisible", system.visible());
        var urls = node.putArray("allowedRedirectUrls");
        system.allowedRedirectUrls().forEach(urls::add);
        return node;
    }

    /** What everyone sees, and lists show. */
    static ObjectNode portalView(RegisteredSystem system) {
        var node = Json.object();
        node.put("systemId", system.id().value());
        node.put("systemVendorOrgNumber", system.vendor().value());
        node.put("systemVendorOrgName", "");
        node.set("name", texts(system.name()));
        node.set("description", texts(system.description()));
        node.set("rights", RightsJson.write(system.rights()));
        node.set("accessPackages", RightsJson.writePackages(system.accessPackages()));
        node.put("isVisible", system.visible());
        return node;
    }

    static ArrayNode list(List<RegisteredSystem> systems) {
        var array = JsonNodeFactory.instance.arrayNode();
        systems.forEach(system -> array.add(portalView(system)));
        return array;
    }

    /** Rights with each app as the pair of owner and name that older clients expect (§5.3). */
    static ArrayNode rightsInOldFormat(List<Right> rights) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var right : rights) {
            var node = array.addObject();
            right.action().ifPresent(action -> node.put("action", action));
            var resource = node.putArray("resource");
            var parts = right.resource().value().split("_", 3);
            if (parts.length == 3 && parts[0].equals("app")) {
                resource.addObject().put("id", "urn:altinn:org").put("value", parts[1]);
                resource.addObject().put("id", "urn:altinn:app").put("value", parts[2]);
            } else {
                resource.addObject()
                        .put("id", RightsJson.RESOURCE)
                        .put("value", right.resource().value());
            }
        }
        return array;
    }

    private static ObjectNode texts(LocalizedText text) {
        var node = Json.object();
        text.byLanguage().forEach(node::put);
        return node;
    }
}
