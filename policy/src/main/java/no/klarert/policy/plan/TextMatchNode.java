package no.klarert.policy.plan;

import java.util.List;
import no.klarert.policy.Explanation.Step;
import no.klarert.policy.value.BooleanValue;
import no.klarert.policy.value.Result;
import no.klarert.policy.value.Shown;

/**
 * A match by text, by far the most frequent: it looks at the texts of the request as they are. Several alternatives on one
 * attribute become one of these with a set.
 */
final class TextMatchNode implements Node {
    private final Slot slot;
    private final TextForm form;
    private final TextTest test;
    private final Result whenAbsent;

    TextMatchNode(Slot slot, TextForm form, TextTest test, Result whenAbsent) {
        this.slot = slot;
        this.form = form;
        this.test = test;
        this.whenAbsent = whenAbsent;
    }

    @Override
    public Result evaluate(Evaluation evaluation) {
        var texts = evaluation.texts(slot);
        return texts.size() == 0 ? whenAbsent : BooleanValue.of(holds(texts));
    }

    /** As {@link #evaluate}, where an absent attribute does not match. */
    boolean holds(Evaluation evaluation) {
        return holds(evaluation.texts(slot));
    }

    private boolean holds(Texts texts) {
        for (var text : texts.in(form)) {
            if (test.holds(text)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean isCertain() {
        return whenAbsent == BooleanValue.FALSE;
    }

    /** Whether it compares with one text only. */
    boolean isQuick() {
        return test instanceof TextTest.Same;
    }

    @Override
    public Step explain(Explaining why) {
        var texts = test.wanted().stream().sorted().toList();
        return Explaining.step(
                Shown.quoted(slot.name().id())
                        + (texts.size() == 1 ? " is " : " is one of ")
                        + Explaining.listed(texts, texts.size()),
                Explaining.match(evaluate(why.evaluation())),
                Explaining.present(why.evaluation().texts(slot)),
                Step.NOWHERE,
                List.of());
    }

    @Override
    public Node knowing(Known known) {
        var key = known.key();
        boolean isKnown = key.slot().equals(slot) && key.form() == form && test.holds(known.text());
        return isKnown ? Constant.TRUE : this;
    }
}
