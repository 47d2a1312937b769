package no.klarert.policy.plan;

import no.klarert.policy.function.Function.Body;
import no.klarert.policy.value.Bag;
import no.klarert.policy.value.Failure;
import no.klarert.policy.value.IntegerValue;
import no.klarert.policy.value.Result;
import no.klarert.policy.value.StringValue;

/** A function with what it costs to call it. Arguments have the types of the signature and none is a failure. */
interface Call {
    Failure TOO_MUCH = Failure.processing("the decision takes more work than one may");

    Result call(Evaluation evaluation, Result... arguments);

    /** A function that looks at each value it is given a bounded number of times. */
    static Call of(Body body) {
        return (evaluation, arguments) -> evaluation.spends(cost(arguments)) ? body.call(arguments) : TOO_MUCH;
    }

    private static long cost(Result... arguments) {
        long cost = 1;
        for (var argument : arguments) {
            if (argument instanceof Bag bag) {
                cost += bag.values().size();
            } else if (argument instanceof StringValue string) {
                cost += string.text().length() >> 5;
            } else if (argument instanceof IntegerValue integer) {
                long words = integer.number().bitLength() >> 6;
                cost += words * words;
            }
        }
        return cost;
    }
}
