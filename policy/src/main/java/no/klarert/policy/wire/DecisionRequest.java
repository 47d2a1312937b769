package no.klarert.policy.wire;

import java.util.List;
import no.klarert.policy.Request;

/**
 * What arrived in one document, as the individual requests it stands for (Multiple Decision Profile 1.0 §2).
 *
 * @param individual at least one, in the order in which they are answered
 * @param returnPolicyIds whether the answer names the applicable policies
 * @param combinedDecision whether one decision stands for all
 */
public record DecisionRequest(List<Request> individual, boolean returnPolicyIds, boolean combinedDecision) {
    public DecisionRequest {
        individual = List.copyOf(individual);
    }
}
