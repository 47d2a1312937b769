package no.klarert.policy.plan;

import java.util.List;
import no.klarert.policy.Explanation.Step;
import no.klarert.policy.function.Function.Body;
import no.klarert.policy.function.Function.Quantifier;
import no.klarert.policy.value.Bag;
import no.klarert.policy.value.BooleanValue;
import no.klarert.policy.value.Failure;
import no.klarert.policy.value.Result;

/** {@code any-of} and {@code all-of} (XACML 3.0 §A.3.12): a boolean function called with each value of the one argument that is a
 * bag. The answer that settles it wins over failures, and a failure over the rest.
 */
final class QuantifierNode implements Node {
    private final Body body;
    private final Node[] arguments;
    private final BooleanValue settles;

    QuantifierNode(Quantifier quantifier, Body body, List<Node> arguments) {
        this.body = body;
        this.arguments = arguments.toArray(Node[]::new);
        this.settles = BooleanValue.of(quantifier == Quantifier.ANY_OF);
    }

    @Override
    public Result evaluate(Evaluation evaluation) {
        var results = new Result[arguments.length];
        int place = 0;
        var values = Bag.EMPTY;
        for (int i = 0; i < results.length; i++) {
            results[i] = arguments[i].evaluate(evaluation);
            if (results[i] instanceof Failure failure) {
                return failure;
            }
            if (results[i] instanceof Bag bag) {
                place = i;
                values = bag;
            }
        }
        return quantify(results, place, values);
    }

    private Result quantify(Result[] results, int place, Bag values) {
        var unsettled = BooleanValue.of(!settles.isTrue());
        Result soFar = unsettled;
        for (var value : values.values()) {
            results[place] = value;
            var result = body.call(results);
            if (result == settles) {
                return result;
            }
            if (soFar == unsettled) {
                soFar = result;
            }
        }
        return soFar;
    }

    @Override
    public Step explain(Explaining why) {
        return why.value("function of functions", this, Step.NOWHERE, why.each(List.of(arguments)));
    }
}
