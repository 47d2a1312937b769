package no.klarert.policy;

import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads the JSON profile as far as the conformance cases use it: string values, no multi-requests. */
final class RequestJson {
    private static final Map<String, String> CATEGORIES = Map.of(
            "accesssubject", Xacml.CATEGORY_ACCESS_SUBJECT,
            "resource", Xacml.CATEGORY_RESOURCE,
            "action", Xacml.CATEGORY_ACTION);

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
        object.path("Attribute")
                .forEach(attribute -> request.attribute(
                        category,
                        text(attribute, "AttributeId", ""),
                        text(attribute, "DataType", Xacml.TYPE_STRING),
                        text(attribute, "Value", ""),
                        null,
                        attribute.path("IncludeInResult").asBoolean(false)));
    }

    private static String text(JsonNode object, String member, String otherwise) {
        return object.hasNonNull(member) ? object.get(member).asString() : otherwise;
    }
}
