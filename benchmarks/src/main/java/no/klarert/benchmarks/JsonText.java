package no.klarert.benchmarks;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.json.JSONArray;
import org.json.JSONObject;

/** Requests and responses as the JSON profile has them. */
final class JsonText {
    private JsonText() {}

    /** A request in the long form, which every implementation knows: categories by id, data types in full. */
    static String request(Question question) {
        var byCategory = question.attributes().stream()
                .collect(Collectors.groupingBy(Attribute::category, Collectors.groupingBy(Attribute::id)));
        var categories = new JSONArray();
        byCategory.forEach((category, attributes) -> categories.put(new JSONObject()
                .put("CategoryId", category)
                .put(
                        "Attribute",
                        attributes.values().stream().map(JsonText::attribute).toList())));
        return new JSONObject()
                .put("Request", new JSONObject().put("Category", categories))
                .toString();
    }

    private static JSONObject attribute(List<Attribute> values) {
        return new JSONObject()
                .put("AttributeId", values.get(0).id())
                .put("DataType", "http://www.w3.org/2001/XMLSchema#string")
                .put("Value", values.stream().map(Attribute::value).toList());
    }

    /** The only result of a response. */
    static Answer answer(String response) {
        var results = new JSONObject(response).getJSONArray("Response");
        if (results.length() != 1) {
            throw new IllegalStateException("one result was expected: " + response);
        }
        var result = results.getJSONObject(0);
        return new Answer(
                result.getString("Decision"),
                objects(result.optJSONArray("Obligations")).stream()
                        .map(JsonText::duty)
                        .collect(Collectors.toSet()));
    }

    private static Answer.Duty duty(JSONObject obligation) {
        return new Answer.Duty(
                obligation.getString("Id"),
                objects(obligation.optJSONArray("AttributeAssignment")).stream()
                        .map(JsonText::assignment)
                        .collect(Collectors.toSet()));
    }

    private static Answer.Assignment assignment(JSONObject assignment) {
        return new Answer.Assignment(
                assignment.getString("AttributeId"),
                assignment.optString("Category"),
                fullType(assignment.getString("DataType")),
                String.valueOf(assignment.get("Value")));
    }

    /** Short names of data types are allowed (JSON profile 1.1 §3.3.1). */
    private static String fullType(String type) {
        return type.indexOf(':') < 0 ? "http://www.w3.org/2001/XMLSchema#" + type : type;
    }

    private static List<JSONObject> objects(JSONArray array) {
        return array == null
                ? List.of()
                : StreamSupport.stream(array.spliterator(), false)
                        .map(JSONObject.class::cast)
                        .toList();
    }
}
