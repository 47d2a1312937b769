package no.klarert.policy.syntax;

import java.util.List;
import java.util.Optional;

/** A rule (XACML 3.0 §5.21). Without a target it matches every request; without a condition it always holds. */
public record Rule(
        Position position,
        String id,
        Effect effect,
        Optional<String> description,
        Optional<Target> target,
        Optional<Expression> condition,
        List<ObligationExpression> obligations,
        List<AdviceExpression> advice) {
    public Rule {
        obligations = List.copyOf(obligations);
        advice = List.copyOf(advice);
    }
}
