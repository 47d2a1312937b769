package no.klarert.policy.plan;

import java.util.List;
import no.klarert.policy.Explanation.Step;
import no.klarert.policy.value.Result;
import no.klarert.policy.value.Shown;

/** The values of a request attribute (XACML 3.0 §5.29). */
final class AttributeNode implements Node {
    private final Slot slot;
    private final Result whenAbsent;

    AttributeNode(Slot slot, Result whenAbsent) {
        this.slot = slot;
        this.whenAbsent = whenAbsent;
    }

    @Override
    public Result evaluate(Evaluation evaluation) {
        var texts = evaluation.texts(slot);
        return texts.size() == 0 ? whenAbsent : texts.bag();
    }

    @Override
    public Step explain(Explaining why) {
        return why.value("attribute " + Shown.quoted(slot.name().id()), this, Step.NOWHERE, List.of());
    }
}
