package no.klarert.policy.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.klarert.policy.AttributeName;
import no.klarert.policy.syntax.AttributeDesignator;

/** Numbers the attributes a plan looks at, so that each is looked up once per evaluation. Used while planning. */
final class Slots {
    private final Map<AttributeKey, Slot> slots = new HashMap<>();
    private final Evaluation whilePlanning = Evaluation.whilePlanning();

    /** What constants of the plan are computed in, so that all of them together take no more work than one decision. */
    Evaluation whilePlanning() {
        return whilePlanning;
    }

    /** The values a designator selects by the standard. */
    Slot of(AttributeDesignator designator) {
        return slot(designator, designator.dataType(), designator.issuer().orElse(""));
    }

    /** The values of a designator's attribute that have the data type, from whatever issuer. */
    Slot ofAnyIssuer(AttributeDesignator designator, String dataType) {
        return slot(designator, dataType, "");
    }

    private Slot slot(AttributeDesignator designator, String dataType, String issuer) {
        var name = new AttributeName(designator.category(), designator.attributeId());
        var key = AttributeKey.sought(name, dataType, issuer);
        return slots.computeIfAbsent(key, fresh -> new Slot(slots.size(), fresh));
    }

    int size() {
        return slots.size();
    }

    /** Every attribute that has a slot. */
    Set<AttributeName> names() {
        return slots.keySet().stream().map(AttributeKey::name).collect(Collectors.toUnmodifiableSet());
    }
}
