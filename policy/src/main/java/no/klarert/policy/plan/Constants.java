package no.klarert.policy.plan;

import java.util.List;
import java.util.Optional;
import no.klarert.policy.syntax.Expression;
import no.klarert.policy.syntax.VariableDefinition;
import no.klarert.policy.value.Result;

/** Finds the expressions of one policy whose result does not depend on the request: exactly those the plan computes beforehand. */
public final class Constants {
    private final ExpressionPlanner planner;

    /** @param variables the definitions of the policy, which must have passed its check */
    public Constants(List<VariableDefinition> variables) {
        this.planner = new ExpressionPlanner(new Slots(), variables);
    }

    /** The result of an expression of the policy if it is always the same; may be a failure. */
    public Optional<Result> find(Expression expression) {
        return planner.node(expression) instanceof Constant constant
                ? Optional.of(constant.result())
                : Optional.empty();
    }
}
