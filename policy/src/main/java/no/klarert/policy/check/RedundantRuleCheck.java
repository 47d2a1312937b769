package no.klarert.policy.check;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import no.klarert.policy.read.Issues;
import no.klarert.policy.syntax.Effect;
import no.klarert.policy.value.Shown;

/**
 * Finds rules that no decision depends on: another rule, or the algorithm itself, settles whatever they could. A rule that could
 * make a decision Indeterminate by itself is never among them. Of very many rules that are alike only some are compared, as that
 * costs time.
 */
final class RedundantRuleCheck {
    /** The most comparisons of two matches: some hundredths of a second. */
    private static final long MOST_WORK = 300_000;

    private final Combining combining;
    private final Issues issues;
    private long work;

    RedundantRuleCheck(Combining combining, Issues issues) {
        this.combining = combining;
        this.issues = issues;
    }

    /** @param rules those of the policy that may be reached */
    void check(List<RuleReading> rules) {
        if (combining != Combining.OTHER) {
            var wider = new WiderRules(rules);
            var before = Collections.<RuleReading>newSetFromMap(new IdentityHashMap<>());
            for (var rule : rules) {
                check(rule, wider, before);
                before.add(rule);
            }
        }
    }

    private void check(RuleReading rule, WiderRules wider, Set<RuleReading> before) {
        var effect = rule.rule().effect();
        if (combining.assumes(effect)
                && !rule.traits().hasDuties()
                && rule.traits().isCertain()) {
            issues.warning(rule.rule().position(), name(rule) + " decides nothing: " + assumption(effect));
            return;
        }
        wider.than(rule)
                .takeWhile(other -> work < MOST_WORK)
                .filter(other -> !other.equals(rule) && isSettled(rule, other, before.contains(other)))
                .findFirst()
                .ifPresent(other -> report(rule, other));
    }

    private static String assumption(Effect assumed) {
        return switch (assumed) {
            case PERMIT -> "what no rule denies is permitted anyway";
            case DENY -> "what no rule permits is denied anyway";
        };
    }

    private void report(RuleReading rule, RuleReading other) {
        var by = name(other) + " of line " + other.rule().position().line();
        boolean repeats = hasSameEffect(rule, other) && rule.isSameAs(other);
        issues.warning(
                rule.rule().position(),
                repeats
                        ? name(rule) + " repeats " + by
                        : name(rule) + " decides nothing: " + by + " applies whenever it does");
    }

    private static String name(RuleReading rule) {
        return "the rule " + Shown.quoted(rule.rule().id());
    }

    private static boolean hasSameEffect(RuleReading one, RuleReading other) {
        return one.rule().effect() == other.rule().effect();
    }

    /** Whether the other rule leaves nothing for this one to decide. */
    private boolean isSettled(RuleReading rule, RuleReading other, boolean isLater) {
        if (combining == Combining.FIRST_APPLICABLE) {
            return isLater && isForestalled(rule, other);
        }
        if (!other.traits().hasCertainDuties()) {
            return false;
        }
        return hasSameEffect(rule, other)
                ? isLater && !rule.traits().hasDuties() && isForestalled(rule, other)
                : combining.isWonBy(other.rule().effect()) && isCovered(rule, other);
    }

    private boolean isForestalled(RuleReading rule, RuleReading other) {
        return isCovered(rule, other) || rule.isSameAs(other);
    }

    private boolean isCovered(RuleReading rule, RuleReading other) {
        work += 1 + size(rule) * size(other);
        return rule.traits().isCertain() && (hasSameEffect(rule, other) ? other.includes(rule) : other.covers(rule));
    }

    private static long size(RuleReading rule) {
        return Expressions.matches(rule.rule().target()).count();
    }
}
