package no.klarert.policy.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.klarert.policy.syntax.Apply;
import no.klarert.policy.syntax.AttributeDesignator;
import no.klarert.policy.syntax.AttributeValue;
import no.klarert.policy.syntax.Expression;
import no.klarert.policy.syntax.FunctionReference;
import no.klarert.policy.syntax.Match;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.PolicyReference;
import no.klarert.policy.syntax.PolicySet;
import no.klarert.policy.syntax.PolicySetMember;
import no.klarert.policy.syntax.PolicyTree;
import no.klarert.policy.syntax.Rule;
import no.klarert.policy.syntax.Target;
import no.klarert.policy.syntax.VariableReference;

/** What a policy or policy set looks for in a request: in its matches, and elsewhere. */
record Sought(List<Match> matches, List<AttributeDesignator> attributes) {
    static Sought in(PolicySetMember member) {
        var sought = new Sought(new ArrayList<>(), new ArrayList<>());
        sought.add(member);
        return sought;
    }

    private void add(PolicySetMember member) {
        switch (member) {
            case PolicyReference reference -> {}
            case PolicySet set -> {
                addHead(set);
                set.members().forEach(this::add);
            }
            case Policy policy -> {
                addHead(policy);
                policy.variables().forEach(variable -> add(variable.expression()));
                policy.rules().forEach(this::add);
            }
        }
    }

    private void addHead(PolicyTree tree) {
        add(tree.target());
        tree.obligations().forEach(duty -> duty.assignments().forEach(each -> add(each.expression())));
        tree.advice().forEach(duty -> duty.assignments().forEach(each -> add(each.expression())));
    }

    private void add(Rule rule) {
        add(rule.target());
        rule.condition().ifPresent(this::add);
        rule.obligations().forEach(duty -> duty.assignments().forEach(each -> add(each.expression())));
    }

    private void add(Optional<Target> target) {
        target.stream()
                .flatMap(present -> present.anyOf().stream())
                .flatMap(anyOf -> anyOf.allOf().stream())
                .forEach(allOf -> matches.addAll(allOf.matches()));
    }

    private void add(Expression expression) {
        switch (expression) {
            case AttributeDesignator designator -> attributes.add(designator);
            case Apply apply -> apply.arguments().forEach(this::add);
            case AttributeValue value -> {}
            case FunctionReference reference -> {}
            case VariableReference reference -> {}
        }
    }
}
