package no.klarert.policy.plan;

import java.util.List;
import no.klarert.policy.Explanation.Step;
import no.klarert.policy.value.Bag;
import no.klarert.policy.value.BooleanValue;
import no.klarert.policy.value.Result;
import no.klarert.policy.value.Value;

/** A match of any type (XACML 3.0 §7.6): true if the function holds between the literal and one value, else the first failure, else
 * false.
 */
final class MatchNode implements Node {
    private final Call call;
    private final Value literal;
    private final Node attribute;

    MatchNode(Call call, Value literal, Node attribute) {
        this.call = call;
        this.literal = literal;
        this.attribute = attribute;
    }

    @Override
    public Result evaluate(Evaluation evaluation) {
        var found = attribute.evaluate(evaluation);
        if (!(found instanceof Bag bag)) {
            return found;
        }
        Result soFar = BooleanValue.FALSE;
        for (var value : bag.values()) {
            var result = call.call(evaluation, literal, value);
            if (result == BooleanValue.TRUE) {
                return result;
            }
            if (soFar == BooleanValue.FALSE) {
                soFar = result;
            }
        }
        return soFar;
    }

    @Override
    public Step explain(Explaining why) {
        return Explaining.step(
                "match with " + Explaining.told(literal),
                Explaining.match(evaluate(why.evaluation())),
                "",
                Step.NOWHERE,
                why.each(List.of(attribute)));
    }
}
