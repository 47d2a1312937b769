package no.klarert.policy.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import no.klarert.policy.plan.RuleCombining;
import no.klarert.policy.read.Issues;
import no.klarert.policy.syntax.AttributeAssignmentExpression;
import no.klarert.policy.syntax.Expression;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.Position;
import no.klarert.policy.syntax.Rule;
import no.klarert.policy.syntax.Target;
import no.klarert.policy.value.DataType;
import no.klarert.policy.value.ValueType;

/** Checks a policy by the rules of XACML 3.0. A policy without errors can be planned and cannot fail for its own sake. */
public final class StandardCheck {
    private static final Pattern VERSION = Pattern.compile("[0-9]+(?:\\.[0-9]+)*");
    private static final ValueType TRUTH = ValueType.one(DataType.BOOLEAN);

    private final Issues issues;
    private final ExpressionCheck expressions;
    private final MatchCheck matches;

    private StandardCheck(Policy policy, Issues issues) {
        this.issues = issues;
        this.expressions = new ExpressionCheck(policy.variables(), issues);
        this.matches = new MatchCheck(expressions, issues);
    }

    public static void check(Policy policy, Issues issues) {
        new StandardCheck(policy, issues).check(policy);
    }

    private void check(Policy policy) {
        if (!policy.version().isEmpty() && !VERSION.matcher(policy.version()).matches()) {
            issues.error(
                    policy.position(), "the version " + Issues.quoted(policy.version()) + " is not a dotted number");
        }
        checkAlgorithm(policy);
        checkTarget(policy.target());
        checkVariables(policy);
        var ids = new HashSet<String>();
        for (var rule : policy.rules()) {
            checkUnique(ids, rule.id(), "rule", rule.position());
            check(rule);
        }
        policy.obligations().forEach(obligation -> checkAssignments(obligation.assignments()));
        policy.advice().forEach(advice -> checkAssignments(advice.assignments()));
    }

    private void checkAlgorithm(Policy policy) {
        var id = policy.combiningAlgorithm();
        if (id.isEmpty() || RuleCombining.isStandard(id)) {
            return;
        }
        var why = RuleCombining.isForPolicies(id) ? " combines policies, not rules" : " is not known";
        issues.error(policy.position(), "the rule-combining algorithm " + Issues.quoted(id) + why);
    }

    private void checkVariables(Policy policy) {
        var ids = new HashSet<String>();
        for (var variable : policy.variables()) {
            checkUnique(ids, variable.id(), "variable", variable.position());
            expressions.check(variable);
        }
    }

    private void checkUnique(Set<String> ids, String id, String kind, Position position) {
        if (!id.isEmpty() && !ids.add(id)) {
            issues.error(position, "the " + kind + " id " + Issues.quoted(id) + " is used twice");
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
