package no.klarert.policy;

import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads the JSON profile as far as tests use it: data types by their whole identifier, no multi-requests. */
final class RequestJson {
    private static final Map<String, String> CATEGORIES = Map.of(
            "accesssubject", Xacml.CATEGORY_ACCESS_SUBJECT,
            "resource", Xacml.CATEGORY_RESOURCE,
            "action", Xacml.CATEGORY_ACTION,
            "environment", Xacml.CATEGORY_ENVIRONMENT);

    private final Request.Builder request = Request.builder();

    private RequestJson() {}

    static Request read(JsonNode document) {
        var reader = new RequestJson();
        document.get("Request").properties().forEach(entry -> {
            var category = CATEGORIES.get(entry.getKey().toLowerCase(Locale.ROOT));
            entry.getValue()
                    .forEach(object ->
                            reader.category(category == null ? text(object, "CategoryId", "") : category, object));
        });
        return reader.request.build();
    }

    private void category(String category, JsonNode object) {
        object.path("Attribute").forEach(attribute -> {
            var value = attribute.path("Value");
            if (value.isArray()) {
                value.forEach(each -> add(category, attribute, each.asString()));
            } else {
                add(category, attribute, text(attribute, "Value", ""));
            }
        });
    }

    private void add(String category, JsonNode attribute, String value) {
        request.attribute(
                category,
                text(attribute, "AttributeId", ""),
                text(attribute, "DataType", Xacml.TYPE_STRING),
                value,
                attribute.hasNonNull("Issuer") ? attribute.get("Issuer").asString() : null,
                attribute.path("IncludeInResult").asBoolean(false));
    }

    private static String text(JsonNode object, String member, String otherwise) {
        return object.hasNonNull(member) ? object.get(member).asString() : otherwise;
    }
}
