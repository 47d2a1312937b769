package no.klarert.policy.plan;

import java.util.List;
import no.klarert.policy.Explanation.Step;
import no.klarert.policy.function.Function.Body;
import no.klarert.policy.value.Failure;
import no.klarert.policy.value.Result;

/** A call of a function that needs all its arguments: the first failure among them is the result. */
final class ApplyNode implements Node {
    private final Body body;
    private final Node[] arguments;

    ApplyNode(Body body, List<Node> arguments) {
        this.body = body;
        this.arguments = arguments.toArray(Node[]::new);
    }

    @Override
    public Result evaluate(Evaluation evaluation) {
        var results = new Result[arguments.length];
        for (int i = 0; i < results.length; i++) {
            results[i] = arguments[i].evaluate(evaluation);
            if (results[i] instanceof Failure failure) {
                return failure;
            }
        }
        return body.call(results);
    }

    @Override
    public Step explain(Explaining why) {
        return why.value("function", this, Step.NOWHERE, why.each(List.of(arguments)));
    }
}
