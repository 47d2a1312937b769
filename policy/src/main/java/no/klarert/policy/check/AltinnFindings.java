package no.klarert.policy.check;

import no.klarert.policy.plan.CombiningAlgorithms;
import no.klarert.policy.read.Issues;
import no.klarert.policy.syntax.Match;
import no.klarert.policy.syntax.Policy;

/** What looks like a mistake in a policy without errors, in Altinn's dialect. All of it is a warning. */
final class AltinnFindings {
    private final Issues issues;
    private final AltinnAttributeCheck attributes;

    private AltinnFindings(Issues issues) {
        this.issues = issues;
        this.attributes = new AltinnAttributeCheck(issues);
    }

    /** Reports what is found, unless there are errors. */
    static void check(Policy policy, Issues issues) {
        if (!issues.hasErrors()) {
            new AltinnFindings(issues).check(policy);
        }
    }

    private void check(Policy policy) {
        var rules = policy.rules().stream().map(AltinnReading::of).toList();
        rules.forEach(this::check);
        AttributeSpellingCheck.ofCategories(issues)
                .check(Expressions.designators(policy).toList());
        if (CombiningAlgorithms.isAltinn(policy.combiningAlgorithm())) {
            SystemUserCheck.check(policy, issues);
            new RedundantRuleCheck(Combining.of(policy.combiningAlgorithm()), issues).check(rules);
        }
    }

    private void check(RuleReading reading) {
        var target = reading.rule().target();
        if (reading.traits().isCertain()) {
            new RepeatedAlternativeCheck(Comparison::altinn, issues).check(target);
        }
        Expressions.matches(target).forEach(this::check);
    }

    private void check(Match match) {
        attributes.check(match);
        LiteralSpaceCheck.check(match, issues);
    }
}
