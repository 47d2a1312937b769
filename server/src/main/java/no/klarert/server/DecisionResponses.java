package no.klarert.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.klarert.policy.AttributeAssignment;
import no.klarert.policy.Decision;
import no.klarert.policy.EchoedAttribute;
import no.klarert.policy.Obligation;
import no.klarert.policy.Status;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Decisions as they go out (Altinn PDP §2.2): camelCase, every member there, what is empty is null. Unlike in the public service
 * the status message says why a request could not be decided.
 */
final class DecisionResponses {
    private DecisionResponses() {}

    static ObjectNode write(List<Decision> decisions) {
        var node = Json.object();
        var results = node.putArray("response");
        decisions.forEach(decision -> results.add(result(decision)));
        return node;
    }

    private static ObjectNode result(Decision decision) {
        var node = Json.object();
        node.put("decision", decision.value().text());
        node.set("status", status(decision.status()));
        putObligations(node, decision.obligations());
        node.putNull("associateAdvice");
        putCategories(node, decision.echoed());
        node.putNull("policyIdentifierList");
        return node;
    }

    private static ObjectNode status(Status status) {
        var node = Json.object();
        node.put("statusMessage", status.message().isEmpty() ? null : status.message());
        node.putNull("statusDetails");
        node.putObject("statusCode").put("value", status.code()).putNull("statusCode");
        return node;
    }

    private static void putObligations(ObjectNode result, List<Obligation> obligations) {
        if (obligations.isEmpty()) {
            result.putNull("obligations");
            return;
        }
        var array = result.putArray("obligations");
        for (var obligation : obligations) {
            var node = array.addObject();
            node.put("id", obligation.id());
            var assignments = node.putArray("attributeAssignment");
            obligation.assignments().forEach(assignment -> assignments.add(assignment(assignment)));
        }
    }

    private static ObjectNode assignment(AttributeAssignment assignment) {
        var node = Json.object();
        node.put("attributeId", assignment.attributeId());
        node.put("value", assignment.value());
        node.put("category", orNull(assignment.category()));
        node.put("dataType", assignment.dataType());
        node.put("issuer", orNull(assignment.issuer()));
        return node;
    }

    private static void putCategories(ObjectNode result, List<EchoedAttribute> echoed) {
        if (echoed.isEmpty()) {
            result.putNull("category");
            return;
        }
        Map<String, ObjectNode> categories = new LinkedHashMap<>();
        for (var attribute : echoed) {
            categories
                    .computeIfAbsent(attribute.name().category(), DecisionResponses::category)
                    .withArray("attribute")
                    .add(attribute(attribute));
        }
        var array = result.putArray("category");
        categories.values().forEach(array::add);
    }

    private static ObjectNode category(String id) {
        return Json.object().put("categoryId", id).putNull("id").putNull("content");
    }

    /** Issuer and the wish to be included are not repeated. */
    private static ObjectNode attribute(EchoedAttribute echoed) {
        var node = Json.object();
        node.put("attributeId", echoed.name().id());
        node.put("value", echoed.value());
        node.putNull("issuer");
        node.put("dataType", echoed.dataType());
        node.put("includeInResult", false);
        return node;
    }

    private static @Nullable String orNull(java.util.Optional<String> text) {
        return text.orElse(null);
    }
}
