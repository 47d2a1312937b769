package no.klarert.policy.plan;

import java.util.List;
import no.klarert.policy.Explanation.Step;
import no.klarert.policy.value.Result;
import no.klarert.policy.value.Shown;

/** A variable, computed at most once per evaluation (XACML 3.0 §7.8). */
final class VariableNode implements Node {
    private final String id;
    private final int index;
    private final Node body;

    VariableNode(String id, int index, Node body) {
        this.id = id;
        this.index = index;
        this.body = body;
    }

    @Override
    public Result evaluate(Evaluation evaluation) {
        return evaluation.variable(index, body);
    }

    @Override
    public Step explain(Explaining why) {
        return why.value("variable " + Shown.quoted(id), this, Step.NOWHERE, why.each(List.of(body)));
    }
}
