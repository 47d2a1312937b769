package no.klarert.policy.syntax;

import java.util.List;
import java.util.Optional;

/**
 * A policy set (XACML 3.0 §5.1).
 *
 * @param members in document order
 */
public record PolicySet(
        Position position,
        String id,
        String version,
        String combiningAlgorithm,
        Optional<String> description,
        Optional<Target> target,
        List<PolicySetMember> members,
        List<ObligationExpression> obligations,
        List<AdviceExpression> advice)
        implements PolicyTree {
    public PolicySet {
        members = List.copyOf(members);
        obligations = List.copyOf(obligations);
        advice = List.copyOf(advice);
    }
}
