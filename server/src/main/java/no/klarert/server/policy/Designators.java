package no.klarert.server.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.klarert.policy.syntax.AdviceExpression;
import no.klarert.policy.syntax.Apply;
import no.klarert.policy.syntax.AttributeAssignmentExpression;
import no.klarert.policy.syntax.AttributeDesignator;
import no.klarert.policy.syntax.Expression;
import no.klarert.policy.syntax.ObligationExpression;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.PolicyReference;
import no.klarert.policy.syntax.PolicySet;
import no.klarert.policy.syntax.PolicySetMember;
import no.klarert.policy.syntax.Rule;
import no.klarert.policy.syntax.Target;
import no.klarert.policy.syntax.VariableDefinition;

/** Everything one source asks of a request (XACML 3.0 §5.29), also where a decision may never come to. */
final class Designators {
    private final List<AttributeDesignator> found = new ArrayList<>();

    private Designators() {}

    /** What references lead to is not in it. */
    static List<AttributeDesignator> in(PolicySetMember member) {
        var designators = new Designators();
        designators.add(member);
        return List.copyOf(designators.found);
    }

    private void add(PolicySetMember member) {
        switch (member) {
            case Policy policy -> add(policy);
            case PolicySet set -> {
                set.target().ifPresent(this::add);
                set.members().forEach(this::add);
                add(set.obligations(), set.advice());
            }
            case PolicyReference elsewhere -> {}
        }
    }

    private void add(Policy policy) {
        policy.target().ifPresent(this::add);
        policy.variables().stream().map(VariableDefinition::expression).forEach(this::add);
        policy.rules().forEach(this::add);
        add(policy.obligations(), policy.advice());
    }

    private void add(Rule rule) {
        rule.target().ifPresent(this::add);
        rule.condition().ifPresent(this::add);
        add(rule.obligations(), rule.advice());
    }

    private void add(Target target) {
        target.anyOf().stream()
                .flatMap(anyOf -> anyOf.allOf().stream())
                .flatMap(allOf -> allOf.matches().stream())
                .forEach(match -> add(match.attribute()));
    }

    private void add(List<ObligationExpression> obligations, List<AdviceExpression> advice) {
        Stream.concat(
                        obligations.stream().flatMap(each -> each.assignments().stream()),
                        advice.stream().flatMap(each -> each.assignments().stream()))
                .map(AttributeAssignmentExpression::expression)
                .forEach(this::add);
    }

    private void add(Expression expression) {
        if (expression instanceof AttributeDesignator designator) {
            found.add(designator);
        } else if (expression instanceof Apply apply) {
            apply.arguments().forEach(this::add);
        }
    }
}
