package no.klarert.policy.fuzz;

import java.util.Arrays;
import no.klarert.policy.reference.GuidedComparison;

/** Policies and requests built from bytes: the answer is that of the reference evaluator. The first byte chooses the dialect. */
public final class DecisionFuzz {
    private DecisionFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        var choices = new Choices(Arrays.copyOfRange(input, 1, input.length));
        if (input[0] % 2 == 0) {
            GuidedComparison.inStandard(choices);
        } else {
            GuidedComparison.inAltinnsDialect(choices);
        }
    }
}
