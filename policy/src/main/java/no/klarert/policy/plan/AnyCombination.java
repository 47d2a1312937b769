package no.klarert.policy.plan;

import no.klarert.policy.value.Bag;
import no.klarert.policy.value.BooleanValue;
import no.klarert.policy.value.Result;

/**
 * {@code any-of-any} (XACML 3.0 §A.3.12): a boolean function called with every combination of values, one out of each bag. True
 * wins over failures, and a failure over false.
 */
record AnyCombination(Call function) implements Call {
    @Override
    public Result call(Evaluation evaluation, Result... arguments) {
        long combinations = Bags.combinations(arguments);
        if (combinations > Bags.MOST_COMBINATIONS) {
            return Bags.TOO_MANY;
        }
        return combinations == 0 ? BooleanValue.FALSE : from(evaluation, 0, arguments, new Result[arguments.length]);
    }

    /** Chooses for the argument at an index and those after it. */
    private Result from(Evaluation evaluation, int index, Result[] arguments, Result[] chosen) {
        if (index == arguments.length) {
            return function.call(evaluation, chosen);
        }
        if (!(arguments[index] instanceof Bag bag)) {
            chosen[index] = arguments[index];
            return from(evaluation, index + 1, arguments, chosen);
        }
        Result soFar = BooleanValue.FALSE;
        for (var value : bag.values()) {
            chosen[index] = value;
            var result = from(evaluation, index + 1, arguments, chosen);
            if (result == BooleanValue.TRUE) {
                return result;
            }
            if (soFar == BooleanValue.FALSE) {
                soFar = result;
            }
        }
        return soFar;
    }
}
