package no.klarert.policy.plan;

import no.klarert.policy.value.DataType;
import no.klarert.policy.value.Result;

/** The values of a request attribute (XACML 3.0 §5.29). */
final class AttributeNode implements Node {
    private final Slot slot;
    private final DataType type;
    private final Result whenAbsent;

    AttributeNode(Slot slot, DataType type, Result whenAbsent) {
        this.slot = slot;
        this.type = type;
        this.whenAbsent = whenAbsent;
    }

    @Override
    public Result evaluate(Evaluation evaluation) {
        return evaluation.texts(slot).isEmpty() ? whenAbsent : evaluation.bag(slot, type);
    }
}
