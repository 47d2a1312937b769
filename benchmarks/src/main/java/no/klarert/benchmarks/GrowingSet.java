package no.klarert.benchmarks;

import java.util.List;
import no.klarert.benchmarks.PolicyText.Equality;
import no.klarert.benchmarks.PolicyText.ResourceNamed;

/**
 * A policy set and the questions whose resource one of its policies is for.
 *
 * @param policies how many policies the set has; 0 for a policy without a set
 */
record GrowingSet(ResourceNamed named, int policies) {
    byte[] xml() {
        var text = new PolicyText(Equality.EXACT, named);
        return policies == 0
                ? text.policy(PolicyText.resource(0), TypicalPolicy.FEW_RULES)
                : text.policySet(policies, TypicalPolicy.FEW_RULES);
    }

    /** About the first policy of the set, one in the middle and the last; each is permitted by the last rule. */
    List<Question> questions() {
        int last = Math.max(policies, 1) - 1;
        return List.of(about(0), about(last / 2), about(last));
    }

    private static Question about(int number) {
        return Question.of("read", PolicyText.resource(number), Attribute.role("utinn"));
    }
}
