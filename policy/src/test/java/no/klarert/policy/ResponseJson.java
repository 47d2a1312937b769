package no.klarert.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a decision in the JSON profile of XACML 3.0 §5, as members in order. */
final class ResponseJson {
    private ResponseJson() {}

    static Map<String, Object> of(Decision decision) {
        var result = new LinkedHashMap<String, Object>();
        result.put("Decision", decision.value().text());
        result.put("Status", status(decision.status()));
        var obligations = decision.obligations().stream()
                .map(duty -> duty(duty.id(), duty.assignments()))
                .toList();
        var advice = decision.advice().stream()
                .map(duty -> duty(duty.id(), duty.assignments()))
                .toList();
        putUnlessEmpty(result, "Obligations", obligations);
        putUnlessEmpty(result, "AssociatedAdvice", advice);
        putUnlessEmpty(result, "Category", categories(decision.echoed()));
        return Map.of("Response", List.of(result));
    }

    private static void putUnlessEmpty(Map<String, Object> result, String name, List<?> list) {
        if (!list.isEmpty()) {
            result.put(name, list);
        }
    }

    private static Map<String, Object> status(Status status) {
        var members = new LinkedHashMap<String, Object>();
        members.put("StatusCode", Map.of("Value", status.code()));
        if (!status.message().isEmpty()) {
            members.put("StatusMessage", status.message());
        }
        return members;
    }

    private static Map<String, Object> duty(String id, List<AttributeAssignment> assignments) {
        var members = new LinkedHashMap<String, Object>();
        members.put("Id", id);
        members.put(
                "AttributeAssignment",
                assignments.stream().map(ResponseJson::assignment).toList());
        return members;
    }

    private static Map<String, Object> assignment(AttributeAssignment assignment) {
        var members = new LinkedHashMap<String, Object>();
        members.put("AttributeId", assignment.attributeId());
        assignment.category().ifPresent(category -> members.put("Category", category));
        members.put("DataType", assignment.dataType());
        assignment.issuer().ifPresent(issuer -> members.put("Issuer", issuer));
        members.put("Value", assignment.value());
        return members;
    }

    private static List<Map<String, Object>> categories(List<EchoedAttribute> echoed) {
        var attributes = new LinkedHashMap<String, List<Map<String, Object>>>();
        for (var echo : echoed) {
            var members = new LinkedHashMap<String, Object>();
            members.put("AttributeId", echo.name().id());
            members.put("DataType", echo.dataType());
            members.put("Value", echo.value());
            attributes
                    .computeIfAbsent(echo.name().category(), fresh -> new ArrayList<>())
                    .add(members);
        }
        var categories = new ArrayList<Map<String, Object>>();
        attributes.forEach((category, members) -> {
            var object = new LinkedHashMap<String, Object>();
            object.put("CategoryId", category);
            object.put("Attribute", members);
            categories.add(object);
        });
        return categories;
    }
}
