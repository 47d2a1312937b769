package no.klarert.policy.syntax;

import java.util.List;
import java.util.Optional;

/**
 * A policy (XACML 3.0 §5.14).
 *
 * @param id the {@code PolicyId}; empty if the source has none
 * @param version the {@code Version}; empty if the source has none
 * @param combiningAlgorithm the {@code RuleCombiningAlgId}, as written
 * @param target the policy's own target; an absent one matches like an empty one
 */
public record Policy(
        Position position,
        String id,
        String version,
        String combiningAlgorithm,
        Optional<String> description,
        Optional<Target> target,
        List<VariableDefinition> variables,
        List<Rule> rules,
        List<ObligationExpression> obligations,
        List<AdviceExpression> advice)
        implements PolicyTree {
    public Policy {
        variables = List.copyOf(variables);
        rules = List.copyOf(rules);
        obligations = List.copyOf(obligations);
        advice = List.copyOf(advice);
    }
}
