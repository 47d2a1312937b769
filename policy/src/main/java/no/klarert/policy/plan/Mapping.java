package no.klarert.policy.plan;

import java.util.ArrayList;
import no.klarert.policy.value.Bag;
import no.klarert.policy.value.Failure;
import no.klarert.policy.value.Result;
import no.klarert.policy.value.StringValue;
import no.klarert.policy.value.UriValue;
import no.klarert.policy.value.Value;

/**
 * {@code map} (XACML 3.0 §A.3.12): the bag of a function's results for each value of the one argument that is a bag. The first
 * failure is the result. All texts together may have {@link #MAX_CHARACTERS}.
 */
record Mapping(Call function) implements Call {
    static final int MAX_CHARACTERS = 100_000;

    @Override
    public Result call(Evaluation evaluation, Result... arguments) {
        int place = Bags.place(arguments);
        var values = ((Bag) arguments[place]).values();
        var mapped = new ArrayList<Value>(values.size());
        long characters = 0;
        for (var value : values) {
            arguments[place] = value;
            var result = function.call(evaluation, arguments);
            if (!(result instanceof Value one)) {
                return result;
            }
            mapped.add(one);
            characters += length(one);
            if (characters > MAX_CHARACTERS) {
                return Failure.processing("`map` gives more than " + MAX_CHARACTERS + " characters");
            }
        }
        return new Bag(mapped);
    }

    private static int length(Value value) {
        return value instanceof StringValue || value instanceof UriValue
                ? value.text().length()
                : 0;
    }
}
