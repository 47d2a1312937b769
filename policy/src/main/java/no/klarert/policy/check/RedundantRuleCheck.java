package no.klarert.policy.check;

import java.util.List;
import no.klarert.policy.read.Issues;
import no.klarert.policy.syntax.Effect;
import no.klarert.policy.syntax.Rule;

/**
 * Finds rules that no decision depends on, because another rule settles whatever they could. A rule in error that could make a
 * decision Indeterminate is never among them. Very long policies are looked at in part only: each pair of rules costs time.
 */
final class RedundantRuleCheck {
    /** The most comparisons of two matches: some tenths of a second. */
    private static final long MOST_WORK = 2_000_000;

    private final RuleReading reading;
    private final Combining combining;
    private final Issues issues;
    private long work;

    RedundantRuleCheck(RuleReading reading, Combining combining, Issues issues) {
        this.reading = reading;
        this.combining = combining;
        this.issues = issues;
    }

    /** @param rules those of the policy that may be reached */
    void check(List<Rule> rules) {
        if (combining == Combining.OTHER) {
            return;
        }
        for (int i = 0; i < rules.size() && work < MOST_WORK; i++) {
            check(rules, i);
        }
    }

    private void check(List<Rule> rules, int index) {
        var rule = rules.get(index);
        if (combining.assumes(rule.effect()) && !reading.hasDuties(rule) && reading.isCertain(rule)) {
            issues.warning(rule.position(), name(rule) + " decides nothing: " + assumption(rule.effect()));
            return;
        }
        for (int i = 0; i < rules.size(); i++) {
            var other = rules.get(i);
            if (i != index && work < MOST_WORK && isSettled(rule, other, i < index)) {
                report(rule, other);
                return;
            }
        }
    }

    private static String assumption(Effect assumed) {
        return switch (assumed) {
            case PERMIT -> "what no rule denies is permitted anyway";
            case DENY -> "what no rule permits is denied anyway";
        };
    }

    private void report(Rule rule, Rule other) {
        var by = name(other) + " of line " + other.position().line();
        boolean repeats = rule.effect() == other.effect() && reading.isSame(rule, other);
        issues.warning(
                rule.position(),
                repeats
                        ? name(rule) + " repeats " + by
                        : name(rule) + " decides nothing: " + by + " applies whenever it does");
    }

    private static String name(Rule rule) {
        return "the rule " + Issues.quoted(rule.id());
    }

    /** Whether the other rule leaves nothing for this one to decide. */
    private boolean isSettled(Rule rule, Rule other, boolean isLater) {
        if (combining == Combining.FIRST_APPLICABLE) {
            return isLater && isForestalled(rule, other);
        }
        return rule.effect() == other.effect()
                ? isLater && !reading.hasDuties(rule) && reading.hasCertainDuties(other) && isForestalled(rule, other)
                : combining.isWonBy(other.effect()) && reading.hasCertainDuties(other) && isCovered(rule, other);
    }

    private boolean isForestalled(Rule rule, Rule other) {
        return isCovered(rule, other) || reading.isSame(rule, other);
    }

    private boolean isCovered(Rule rule, Rule other) {
        work += 1 + size(rule) * size(other);
        return reading.isCertain(rule)
                && (rule.effect() == other.effect() ? reading.includes(other, rule) : reading.covers(other, rule));
    }

    private static long size(Rule rule) {
        return Expressions.matches(rule.target()).count();
    }
}
