package no.klarert.policy.plan;

import no.klarert.policy.function.Function.Body;
import no.klarert.policy.value.Bag;
import no.klarert.policy.value.BooleanValue;
import no.klarert.policy.value.Result;

/**
 * {@code any-of-any} (XACML 3.0 §A.3.12): a boolean function called with every combination of values, one out of each bag. True
 * wins over failures, and a failure over false.
 *
 * @param most how many combinations are tried; more are a failure
 */
record AnyCombination(Body function, int most) implements Body {
    @Override
    public Result call(Result... arguments) {
        long combinations = Bags.combinations(arguments);
        if (combinations > most) {
            return Bags.tooMany(most);
        }
        return combinations == 0 ? BooleanValue.FALSE : from(0, arguments, new Result[arguments.length]);
    }

    /** Chooses for the argument at an index and those after it. */
    private Result from(int index, Result[] arguments, Result[] chosen) {
        if (index == arguments.length) {
            return function.call(chosen);
        }
        if (!(arguments[index] instanceof Bag bag)) {
            chosen[index] = arguments[index];
            return from(index + 1, arguments, chosen);
        }
        Result soFar = BooleanValue.FALSE;
        for (var value : bag.values()) {
            chosen[index] = value;
            var result = from(index + 1, arguments, chosen);
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
