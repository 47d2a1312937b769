package no.klarert.policy.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.klarert.policy.AttributeName;
import no.klarert.policy.read.Issues;
import no.klarert.policy.syntax.AttributeDesignator;
import no.klarert.policy.value.Shown;

/**
 * Finds an attribute that must be present with one data type and is asked for with another elsewhere in the policy: each is an
 * attribute of its own (XACML 3.0 §7.3.1), so a request needs both. Reported once per attribute and data type.
 */
final class AttributeTypeCheck {
    private AttributeTypeCheck() {}

    static void check(List<AttributeDesignator> designators, Issues issues) {
        Map<AttributeName, Map<String, AttributeDesignator>> byType = new HashMap<>();
        for (var designator : designators) {
            var types = byType.computeIfAbsent(name(designator), fresh -> new HashMap<>());
            if (types.containsKey(designator.dataType())) {
                types.computeIfPresent(
                        designator.dataType(), (type, first) -> first.mustBePresent() ? first : designator);
            } else {
                types.put(designator.dataType(), designator);
            }
        }
        byType.values().stream().filter(types -> types.size() > 1).forEach(types -> report(types, issues));
    }

    private static AttributeName name(AttributeDesignator designator) {
        return new AttributeName(designator.category(), designator.attributeId());
    }

    private static void report(Map<String, AttributeDesignator> types, Issues issues) {
        types.values().stream()
                .filter(AttributeDesignator::mustBePresent)
                .forEach(required -> issues.warning(
                        required.position(),
                        Shown.quoted(required.attributeId()) + " must be present as "
                                + Shown.quoted(required.dataType())
                                + ", but the policy also asks for it with another data type"));
    }
}
