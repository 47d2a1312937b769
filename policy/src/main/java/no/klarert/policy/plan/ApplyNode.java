package no.klarert.policy.plan;

import java.util.List;
import no.klarert.policy.Explanation.Step;
import no.klarert.policy.value.Failure;
import no.klarert.policy.value.Result;

/** A call of a function that needs all its arguments: the first failure among them is the result. */
final class ApplyNode implements Node {
    private final String name;
    private final Call call;
    private final Node[] arguments;

    /**
     * A call.
     *
     * @param name what is called, for people
     */
    ApplyNode(String name, Call call, List<Node> arguments) {
        this.name = name;
        this.call = call;
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
        return call.call(evaluation, results);
    }

    @Override
    public Step explain(Explaining why) {
        return why.value(name, this, Step.NOWHERE, why.each(List.of(arguments)));
    }
}
