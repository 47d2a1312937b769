package no.klarert.policy.plan;

import java.util.Map;
import java.util.Optional;
import no.klarert.policy.Xacml;

/** The rule-combining algorithms of XACML 3.0 appendix C by identifier, those planned for deprecation included. */
public final class RuleCombining {
    private static final String V1 = "urn:oasis:names:tc:xacml:1.0:rule-combining-algorithm:";
    private static final String V1_1 = "urn:oasis:names:tc:xacml:1.1:rule-combining-algorithm:";
    private static final String FOR_RULES = ":rule-combining-algorithm:";
    private static final String FOR_POLICIES = ":policy-combining-algorithm:";

    private static final Map<String, Combiner> CURRENT = Map.of(
            Xacml.DENY_OVERRIDES, Overrides.DENY,
            Xacml.ORDERED_DENY_OVERRIDES, Overrides.DENY,
            Xacml.PERMIT_OVERRIDES, Overrides.PERMIT,
            Xacml.ORDERED_PERMIT_OVERRIDES, Overrides.PERMIT,
            Xacml.DENY_UNLESS_PERMIT, Unless.DENY_UNLESS_PERMIT,
            Xacml.PERMIT_UNLESS_DENY, Unless.PERMIT_UNLESS_DENY,
            Xacml.FIRST_APPLICABLE, new FirstApplicable());

    private static final Map<String, Combiner> LEGACY = Map.of(
            V1 + "deny-overrides", LegacyOverrides.DENY,
            V1 + "permit-overrides", LegacyOverrides.PERMIT,
            V1_1 + "ordered-deny-overrides", LegacyOverrides.DENY,
            V1_1 + "ordered-permit-overrides", LegacyOverrides.PERMIT);

    private RuleCombining() {}

    public static boolean isStandard(String id) {
        return standard(id).isPresent();
    }

    public static boolean isAltinn(String id) {
        return altinn(id).isPresent();
    }

    /** Whether the identifier combines policies where one for rules would be known. */
    public static boolean isForPolicies(String id) {
        return id.contains(FOR_POLICIES) && isStandard(id.replace(FOR_POLICIES, FOR_RULES));
    }

    static Optional<Combiner> standard(String id) {
        return Optional.ofNullable(CURRENT.get(id)).or(() -> Optional.ofNullable(LEGACY.get(id)));
    }

    /** Current algorithms only, by the identifier for rules or for policies. */
    static Optional<Combiner> altinn(String id) {
        return Optional.ofNullable(CURRENT.get(id.replace(FOR_POLICIES, FOR_RULES)));
    }
}
