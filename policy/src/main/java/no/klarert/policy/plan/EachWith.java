package no.klarert.policy.plan;

import no.klarert.policy.value.Bag;
import no.klarert.policy.value.BooleanValue;
import no.klarert.policy.value.Result;

/**
 * {@code all-of-any}, {@code any-of-all} and {@code all-of-all} (XACML 3.0 §A.3.12): a boolean function of two values that must
 * hold, for each value of one bag, with some or with all values of the other. False wins over failures, and a failure over true.
 *
 * @param each which of the two bags each value of is looked at
 * @param other whether one value of the other bag is enough, or all are needed
 */
record EachWith(int each, Quantifier other) implements Call {
    @Override
    public Result call(Evaluation evaluation, Result... arguments) {
        if (Bags.combinations(arguments) > Bags.MOST_COMBINATIONS) {
            return Bags.TOO_MANY;
        }
        var bag = (Bag) arguments[1 - each];
        Result soFar = BooleanValue.TRUE;
        for (var value : ((Bag) arguments[each]).values()) {
            arguments[each] = value;
            var result = other.over(evaluation, bag, 1 - each, arguments);
            if (result == BooleanValue.FALSE) {
                return result;
            }
            if (soFar == BooleanValue.TRUE) {
                soFar = result;
            }
        }
        return soFar;
    }
}
