package no.klarert.policy.check;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import no.klarert.policy.read.Issues;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.PolicyReference;
import no.klarert.policy.syntax.PolicySet;
import no.klarert.policy.syntax.PolicySetMember;
import no.klarert.policy.syntax.PolicyTree;
import no.klarert.policy.syntax.Rule;
import no.klarert.policy.syntax.Target;

/** What looks like a mistake in a policy without errors, in the standard dialect. All of it is a warning. */
final class StandardFindings {
    private final Issues issues;
    private final IdentityHashMap<Policy, Prospects> prospects = new IdentityHashMap<>();
    private final UnreachableCheck unreachable;
    private final IdleDutyCheck duties;
    private final AttributeSpellingCheck spelling;
    private final RepeatedAlternativeCheck alternatives;

    private StandardFindings(Issues issues) {
        this.issues = issues;
        this.unreachable = new UnreachableCheck(this::prospects, issues);
        this.duties = new IdleDutyCheck(issues);
        this.spelling = AttributeSpellingCheck.standard(issues);
        this.alternatives = new RepeatedAlternativeCheck(Comparison::standard, issues);
    }

    /** Reports what is found, unless there are errors. */
    static void check(PolicyTree tree, Issues issues) {
        if (!issues.hasErrors()) {
            new StandardFindings(issues).check(tree);
        }
    }

    private Prospects prospects(Policy policy) {
        return prospects.computeIfAbsent(policy, fresh -> new Prospects(fresh.variables()));
    }

    private void check(PolicySetMember member) {
        switch (member) {
            case PolicyReference reference -> {}
            case PolicySet set -> {
                checkTree(set);
                set.members().forEach(this::check);
            }
            case Policy policy -> {
                checkTree(policy);
                checkRules(policy);
            }
        }
    }

    private void checkTree(PolicyTree tree) {
        unreachable.check(tree);
        duties.check(tree);
        checkTarget(tree.target());
        spelling.check(Expressions.designators(tree).toList());
        AttributeTypeCheck.check(Expressions.designators(tree).toList(), issues);
    }

    private void checkTarget(Optional<Target> target) {
        alternatives.check(target);
        Expressions.matches(target).forEach(match -> LiteralSpaceCheck.check(match, issues));
    }

    private void checkRules(Policy policy) {
        policy.rules().forEach(rule -> checkTarget(rule.target()));
        UnusedVariableCheck.check(policy, issues);
        new ConstantConditionCheck(prospects(policy), issues).check(policy);
        var reading = new StandardReading(prospects(policy));
        new RedundantRuleCheck(Combining.of(policy.combiningAlgorithm()), issues)
                .check(reachable(policy).stream().map(reading::of).toList());
    }

    private List<Rule> reachable(Policy policy) {
        return policy.rules()
                .subList(
                        0,
                        unreachable
                                .end(policy)
                                .map(last -> last + 1)
                                .orElse(policy.rules().size()));
    }
}
