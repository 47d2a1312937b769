package no.klarert.policy.check;

import no.klarert.policy.read.Issues;
import no.klarert.policy.syntax.Expression;
import no.klarert.policy.syntax.Policy;

/** Finds conditions that are the same for every request, or that can never be true (standard dialect). */
final class ConstantConditionCheck {
    private final Prospects prospects;
    private final Issues issues;

    ConstantConditionCheck(Prospects prospects, Issues issues) {
        this.prospects = prospects;
        this.issues = issues;
    }

    void check(Policy policy) {
        policy.rules().forEach(rule -> rule.condition().ifPresent(this::check));
    }

    private void check(Expression condition) {
        var prospect = prospects.of(condition);
        if (prospect.equals(Prospect.TRUE)) {
            issues.warning(condition.position(), "the condition is always true");
        } else if (prospect.equals(Prospect.INDETERMINATE)) {
            issues.warning(condition.position(), "the condition is always Indeterminate");
        } else if (!prospect.mayBeTrue()) {
            issues.warning(condition.position(), "the condition is never true: the rule never applies");
        }
    }
}
