package no.klarert.registry;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.Rule;
import no.klarert.vocabulary.ResourceId;

/** Whether a policy is about the resource it is uploaded to (resource registry §5.2), and small enough to be shown. */
final class PolicyBinding {
    static final String OTHER_RESOURCE = "Policy not accepted: Contains rules for a different registry resource";
    static final String NO_RESOURCE = "Policy not accepted: Contains rule without reference to registry resource id";
    static final long MOST_COMBINATIONS = 20_000;
    private static final String TOO_MANY = "Policy not accepted: Its rules stand for more than " + MOST_COMBINATIONS
            + " combinations of subject, action and resource";

    private PolicyBinding() {}

    /** Why the policy is refused, in the words clients know; empty if it is accepted. The first rule at fault decides. */
    static Optional<String> refusal(Policy policy, ResourceId id) {
        long combinations = 0;
        for (Rule rule : policy.rules()) {
            var parts = RuleParts.of(rule);
            var refusal = refusal(parts, id);
            if (refusal.isPresent()) {
                return refusal;
            }
            combinations += parts.combinations();
        }
        return combinations > MOST_COMBINATIONS ? Optional.of(TOO_MANY) : Optional.empty();
    }

    private static Optional<String> refusal(RuleParts rule, ResourceId id) {
        boolean isNamed = false;
        for (var conjunction : rule.resources()) {
            for (var attribute : conjunction) {
                if (attribute.type().equals(ResourceUrns.RESOURCE)) {
                    if (!attribute.value().equals(id.value())) {
                        return Optional.of(OTHER_RESOURCE);
                    }
                    isNamed = true;
                }
            }
            isNamed = isNamed || namesApp(conjunction, id);
        }
        return isNamed ? Optional.empty() : Optional.of(NO_RESOURCE);
    }

    private static boolean namesApp(List<PolicyAttribute> conjunction, ResourceId id) {
        return ResourceUrns.appId(conjunction)
                .filter(app -> app.equals(id.value().toLowerCase(Locale.ROOT)))
                .isPresent();
    }
}
