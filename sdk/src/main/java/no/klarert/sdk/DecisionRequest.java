package no.klarert.sdk;

import java.util.List;
import java.util.Map;
import no.klarert.vocabulary.ActionName;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.SystemUserId;

/** One question about a system user, written in the JSON profile (authorization PDP, request). */
record DecisionRequest(SystemUserId subject, ActionName action, ResourceId resource, OrgNumber party) {
    private static final String ACTION = "urn:oasis:names:tc:xacml:1.0:action:action-id";

    String toJson() {
        var subjects = category(List.of(attribute("urn:altinn:systemuser:uuid", subject.toString())));
        var actions = category(List.of(attribute(ACTION, action.value())));
        var resources = category(List.of(
                attribute("urn:altinn:resource", resource.value()),
                attribute("urn:altinn:organization:identifier-no", party.value())));
        return JsonWriter.write(
                Map.of("Request", Map.of("AccessSubject", subjects, "Action", actions, "Resource", resources)));
    }

    private static List<?> category(List<Map<String, String>> attributes) {
        return List.of(Map.of("Attribute", attributes));
    }

    private static Map<String, String> attribute(String id, String value) {
        return Map.of("AttributeId", id, "Value", value);
    }
}
