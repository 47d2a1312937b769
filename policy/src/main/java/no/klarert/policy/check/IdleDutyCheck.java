package no.klarert.policy.check;

import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import no.klarert.policy.read.Issues;
import no.klarert.policy.syntax.AdviceExpression;
import no.klarert.policy.syntax.Effect;
import no.klarert.policy.syntax.ObligationExpression;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.PolicyReference;
import no.klarert.policy.syntax.PolicySet;
import no.klarert.policy.syntax.PolicySetMember;
import no.klarert.policy.syntax.PolicyTree;
import no.klarert.policy.syntax.Rule;
import no.klarert.policy.value.Shown;

/** Finds obligations and advice for a decision that their rule, policy or policy set never gives (XACML 3.0 §7.18). */
final class IdleDutyCheck {
    private final Issues issues;
    private final IdentityHashMap<PolicyTree, Set<Effect>> known = new IdentityHashMap<>();

    IdleDutyCheck(Issues issues) {
        this.issues = issues;
    }

    void check(PolicyTree tree) {
        check("policy", given(tree), tree.obligations(), tree.advice());
        if (tree instanceof Policy policy) {
            policy.rules().forEach(this::check);
        }
    }

    private void check(Rule rule) {
        check("rule", EnumSet.of(rule.effect()), rule.obligations(), rule.advice());
    }

    private void check(
            String owner, Set<Effect> given, List<ObligationExpression> obligations, List<AdviceExpression> advice) {
        obligations.stream()
                .filter(obligation -> !given.contains(obligation.fulfillOn()))
                .forEach(obligation -> issues.warning(
                        obligation.position(), message("obligation", obligation.id(), owner, obligation.fulfillOn())));
        advice.stream()
                .filter(one -> !given.contains(one.appliesTo()))
                .forEach(one -> issues.warning(one.position(), message("advice", one.id(), owner, one.appliesTo())));
    }

    private static String message(String kind, String id, String owner, Effect on) {
        var decision = switch (on) {
            case PERMIT -> "Permit";
            case DENY -> "Deny";
        };
        return "the " + kind + " " + Shown.quoted(id) + " is never given: this " + owner + " does not give " + decision;
    }

    private Set<Effect> given(PolicySetMember member) {
        return switch (member) {
            case PolicyReference reference -> EnumSet.allOf(Effect.class);
            case PolicyTree tree -> {
                var before = known.get(tree);
                var given = before == null ? combined(tree) : before;
                known.put(tree, given);
                yield given;
            }
        };
    }

    private Set<Effect> combined(PolicyTree tree) {
        var given = EnumSet.noneOf(Effect.class);
        switch (tree) {
            case Policy policy -> policy.rules().forEach(rule -> given.add(rule.effect()));
            case PolicySet set -> set.members().forEach(child -> given.addAll(given(child)));
        }
        var combining = Combining.of(tree.combiningAlgorithm());
        for (var effect : Effect.values()) {
            if (combining.assumes(effect) || (isLegacyDenial(tree) && effect == Effect.DENY)) {
                given.add(effect);
            }
        }
        return given;
    }

    /** Deny-overrides of XACML 1.0 for policies turns an error into Deny (XACML 3.0 §C.11). */
    private static boolean isLegacyDenial(PolicyTree tree) {
        return tree instanceof PolicySet
                && Combining.of(tree.combiningAlgorithm()) == Combining.DENY_OVERRIDES
                && tree.combiningAlgorithm().startsWith("urn:oasis:names:tc:xacml:1.");
    }
}
