package no.klarert.policy.plan;

import java.math.BigInteger;
import java.util.List;
import no.klarert.policy.Explanation.Step;
import no.klarert.policy.value.BooleanValue;
import no.klarert.policy.value.Failure;
import no.klarert.policy.value.IntegerValue;
import no.klarert.policy.value.Result;

/** The {@code n-of} function (XACML 3.0 §A.3.5): true as soon as enough parts are true, a failure if the parts that failed could
 * have made the difference.
 */
final class CountNode implements Node {
    private final Node needed;
    private final Node[] parts;

    CountNode(Node needed, List<Node> parts) {
        this.needed = needed;
        this.parts = parts.toArray(Node[]::new);
    }

    @Override
    public Result evaluate(Evaluation evaluation) {
        var count = needed.evaluate(evaluation);
        if (!(count instanceof IntegerValue integer)) {
            return count;
        }
        if (integer.number().compareTo(BigInteger.valueOf(parts.length)) > 0) {
            return Failure.processing("`n-of` needs more arguments than it has");
        }
        return integer.number().signum() <= 0
                ? BooleanValue.TRUE
                : count(integer.number().intValue(), evaluation);
    }

    private Result count(int wanted, Evaluation evaluation) {
        int held = 0;
        int failed = 0;
        Result firstFailure = BooleanValue.FALSE;
        for (var part : parts) {
            var result = part.evaluate(evaluation);
            if (result == BooleanValue.TRUE && ++held == wanted) {
                return BooleanValue.TRUE;
            }
            if (result instanceof Failure && failed++ == 0) {
                firstFailure = result;
            }
        }
        return held + failed >= wanted ? firstFailure : BooleanValue.FALSE;
    }

    @Override
    public Step explain(Explaining why) {
        return why.value("enough of", this, Step.NOWHERE, why.each(List.of(parts)));
    }
}
