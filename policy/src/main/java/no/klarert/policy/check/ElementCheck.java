package no.klarert.policy.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import no.klarert.policy.read.Issues;
import no.klarert.policy.syntax.AttributeAssignmentExpression;
import no.klarert.policy.syntax.Expression;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.PolicyTree;
import no.klarert.policy.syntax.Rule;
import no.klarert.policy.syntax.Target;
import no.klarert.policy.syntax.VariableDefinition;
import no.klarert.policy.value.DataType;
import no.klarert.policy.value.Shown;
import no.klarert.policy.value.ValueType;

/** Checks targets, conditions, variables, obligations and advice: whatever holds expressions that share variables. */
final class ElementCheck {
    private static final ValueType TRUTH = ValueType.one(DataType.BOOLEAN);

    private final Issues issues;
    private final ExpressionCheck expressions;
    private final MatchCheck matches;

    ElementCheck(List<VariableDefinition> variables, Issues issues) {
        this.issues = issues;
        this.expressions = new ExpressionCheck(variables, issues);
        this.matches = new MatchCheck(expressions, issues);
    }

    void check(PolicyTree tree) {
        checkTarget(tree.target());
        if (tree instanceof Policy policy) {
            checkVariables(policy.variables());
            policy.rules().forEach(this::check);
        }
        tree.obligations().forEach(obligation -> checkAssignments(obligation.assignments()));
        tree.advice().forEach(advice -> checkAssignments(advice.assignments()));
    }

    private void checkVariables(List<VariableDefinition> variables) {
        var ids = new HashSet<String>();
        for (var variable : variables) {
            if (!variable.id().isEmpty() && !ids.add(variable.id())) {
                issues.error(variable.position(), "the variable id " + Shown.quoted(variable.id()) + " is used twice");
            }
            expressions.check(variable);
        }
    }

    private void check(Rule rule) {
        checkTarget(rule.target());
        rule.condition().ifPresent(this::checkCondition);
        rule.obligations().forEach(obligation -> checkAssignments(obligation.assignments()));
        rule.advice().forEach(advice -> checkAssignments(advice.assignments()));
    }

    private void checkTarget(Optional<Target> target) {
        target.stream()
                .flatMap(present -> present.anyOf().stream())
                .flatMap(anyOf -> anyOf.allOf().stream())
                .flatMap(allOf -> allOf.matches().stream())
                .forEach(matches::check);
    }

    private void checkCondition(Expression condition) {
        var type = expressions.type(condition);
        if (type.isPresent() && !type.get().equals(TRUTH)) {
            issues.error(condition.position(), "a condition must give one boolean, this gives " + type.get());
        }
    }

    private void checkAssignments(List<AttributeAssignmentExpression> assignments) {
        assignments.forEach(assignment -> expressions.type(assignment.expression()));
    }
}
