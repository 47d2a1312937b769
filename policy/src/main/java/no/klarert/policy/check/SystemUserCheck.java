package no.klarert.policy.check;

import java.util.List;
import java.util.Set;
import no.klarert.policy.Xacml;
import no.klarert.policy.read.Issues;
import no.klarert.policy.syntax.Effect;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.Rule;

/**
 * Finds policies whose Permit rules never apply to a system user. All that is known of one is its own id and its access packages,
 * never a role (Altinn decision service §5.1); apart from the policy it may act on rights delegated to it one by one.
 */
final class SystemUserCheck {
    private static final Set<String> OF_SYSTEM_USERS =
            Set.of(AltinnAttributes.SYSTEM_USER, AltinnAttributes.ACCESS_PACKAGE);

    private SystemUserCheck() {}

    static void check(Policy policy, Issues issues) {
        var permits = policy.rules().stream()
                .filter(rule -> rule.effect() == Effect.PERMIT)
                .toList();
        if (permits.isEmpty()
                || Combining.of(policy.combiningAlgorithm()).assumes(Effect.PERMIT)
                || permits.stream().anyMatch(SystemUserCheck::mayApply)) {
            return;
        }
        issues.warning(
                policy.position(),
                permits.stream().anyMatch(SystemUserCheck::canBeDelegated)
                        ? "no rule applies to a system user by its access packages: it is permitted only what is"
                                + " delegated to it right by right"
                        : "no rule can apply to a system user, and none names a role or access package whose rights"
                                + " could be delegated to one");
    }

    private static boolean mayApply(Rule rule) {
        var alternatives = subjects(rule);
        return alternatives.isEmpty()
                || alternatives.stream()
                        .anyMatch(alternative -> alternative.stream()
                                .allMatch(comparison -> OF_SYSTEM_USERS.contains(comparison.attributeId())));
    }

    /** Rights can be passed on from a role or package that is enough by itself. */
    private static boolean canBeDelegated(Rule rule) {
        return subjects(rule).stream()
                .anyMatch(alternative -> alternative.size() == 1
                        && AltinnAttributes.GIVEN_BY_RELATION.contains(
                                alternative.get(0).attributeId()));
    }

    private static List<List<Comparison>> subjects(Rule rule) {
        return AltinnReading.alternatives(rule, Xacml.CATEGORY_ACCESS_SUBJECT);
    }
}
