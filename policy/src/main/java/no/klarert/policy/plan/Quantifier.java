package no.klarert.policy.plan;

import no.klarert.policy.value.Bag;
import no.klarert.policy.value.BooleanValue;
import no.klarert.policy.value.Result;

/**
 * {@code any-of} and {@code all-of} (XACML 3.0 §A.3.12): a boolean function called with each value of the one argument that is a
 * bag. The answer that settles it wins over failures, and a failure over the rest.
 */
record Quantifier(BooleanValue settles, Call function) implements Call {
    @Override
    public Result call(Evaluation evaluation, Result... arguments) {
        int place = Bags.place(arguments);
        return over(evaluation, (Bag) arguments[place], place, arguments);
    }

    /** The values of a bag take the place of one argument after the other. */
    Result over(Evaluation evaluation, Bag bag, int place, Result... arguments) {
        var unsettled = BooleanValue.of(!settles.isTrue());
        Result soFar = unsettled;
        for (var value : bag.values()) {
            arguments[place] = value;
            var result = function.call(evaluation, arguments);
            if (result == settles) {
                return result;
            }
            if (soFar == unsettled) {
                soFar = result;
            }
        }
        return soFar;
    }
}
