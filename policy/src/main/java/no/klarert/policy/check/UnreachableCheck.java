package no.klarert.policy.check;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import no.klarert.policy.read.Issues;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.PolicyReference;
import no.klarert.policy.syntax.PolicySet;
import no.klarert.policy.syntax.PolicySetMember;
import no.klarert.policy.syntax.PolicyTree;
import no.klarert.policy.syntax.Position;
import no.klarert.policy.syntax.Rule;
import no.klarert.policy.syntax.Target;
import no.klarert.policy.value.Shown;

/**
 * Finds what first-applicable never comes to (XACML 3.0 §C.8, standard dialect): whatever stands behind a rule, policy or policy
 * set that is never NotApplicable. Only the first of what is not reached is reported.
 */
final class UnreachableCheck {
    private final Function<Policy, Prospects> prospects;
    private final Issues issues;
    private final IdentityHashMap<PolicyTree, Boolean> known = new IdentityHashMap<>();

    UnreachableCheck(Function<Policy, Prospects> prospects, Issues issues) {
        this.prospects = prospects;
        this.issues = issues;
    }

    void check(PolicyTree tree) {
        switch (tree) {
            case Policy policy ->
                end(policy).ifPresent(last -> {
                    var rule = policy.rules().get(last);
                    report(
                            policy.rules().get(last + 1).position(),
                            "rule",
                            "the rule " + Shown.quoted(rule.id()),
                            rule.position());
                });
            case PolicySet set ->
                end(set, set.members(), this::isNeverSilent).ifPresent(last -> {
                    var member = set.members().get(last);
                    report(set.members().get(last + 1).position(), "policy", name(member), member.position());
                });
        }
    }

    /** Behind which rule no other is reached; empty if every rule may be. */
    Optional<Integer> end(Policy policy) {
        return end(policy, policy.rules(), rule -> isNeverSilent(policy, rule));
    }

    private static <T> Optional<Integer> end(PolicyTree tree, List<T> children, Predicate<T> isNeverSilent) {
        if (Combining.of(tree.combiningAlgorithm()) != Combining.FIRST_APPLICABLE) {
            return Optional.empty();
        }
        for (int i = 0; i < children.size() - 1; i++) {
            if (isNeverSilent.test(children.get(i))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private void report(Position at, String kind, String by, Position where) {
        issues.warning(
                at,
                "no " + kind + " from here on is ever reached: " + by + " of line " + where.line()
                        + " always comes first");
    }

    private static String name(PolicySetMember member) {
        return switch (member) {
            case Policy policy -> "the policy " + Shown.quoted(policy.id());
            case PolicySet set -> "the policy set " + Shown.quoted(set.id());
            case PolicyReference reference -> "the reference to " + Shown.quoted(reference.id());
        };
    }

    private boolean isNeverSilent(PolicySetMember member) {
        return switch (member) {
            // What is behind a reference may change without this source.
            case PolicyReference reference -> false;
            case PolicyTree tree -> {
                var before = known.get(tree);
                boolean neverSilent = before == null ? isEmpty(tree.target()) && combinesToSomething(tree) : before;
                known.put(tree, neverSilent);
                yield neverSilent;
            }
        };
    }

    /** Every algorithm gives something once a child does; only-one-applicable gives that, or is Indeterminate. */
    private boolean combinesToSomething(PolicyTree tree) {
        if (Combining.of(tree.combiningAlgorithm()).isNeverSilent()) {
            return true;
        }
        return switch (tree) {
            case Policy policy -> policy.rules().stream().anyMatch(rule -> isNeverSilent(policy, rule));
            case PolicySet set -> set.members().stream().anyMatch(this::isNeverSilent);
        };
    }

    private boolean isNeverSilent(Policy policy, Rule rule) {
        return isEmpty(rule.target())
                && !prospects.apply(policy).of(rule.condition()).mayBeFalse();
    }

    static boolean isEmpty(Optional<Target> target) {
        return target.isEmpty() || target.get().anyOf().isEmpty();
    }
}
