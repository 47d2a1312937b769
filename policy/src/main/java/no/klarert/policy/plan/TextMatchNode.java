package no.klarert.policy.plan;

import no.klarert.policy.value.BooleanValue;
import no.klarert.policy.value.Result;

/** A match of strings, by far the most frequent: it looks at the texts of the request as they are. Several alternatives on one
 * attribute become one of these with a set.
 */
final class TextMatchNode implements Node {
    private final Slot slot;
    private final TextTest test;
    private final Result whenAbsent;

    TextMatchNode(Slot slot, TextTest test, Result whenAbsent) {
        this.slot = slot;
        this.test = test;
        this.whenAbsent = whenAbsent;
    }

    @Override
    public Result evaluate(Evaluation evaluation) {
        var texts = evaluation.texts(slot).values();
        if (texts.isEmpty()) {
            return whenAbsent;
        }
        for (int i = 0; i < texts.size(); i++) {
            if (test.holds(texts.get(i))) {
                return BooleanValue.TRUE;
            }
        }
        return BooleanValue.FALSE;
    }
}
