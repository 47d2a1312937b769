package no.klarert.policy.syntax;

import java.util.List;
import java.util.Optional;

/** A policy or a policy set: what a source holds, and what stands in a policy set (XACML 3.0 §5.1). */
public sealed interface PolicyTree extends PolicySetMember permits Policy, PolicySet {
    /** The {@code PolicyId} or {@code PolicySetId}; empty if the source has none. */
    String id();

    /** The {@code Version}; empty if the source has none. */
    String version();

    /** The {@code RuleCombiningAlgId} or {@code PolicyCombiningAlgId}, as written. */
    String combiningAlgorithm();

    Optional<Target> target();

    List<ObligationExpression> obligations();

    List<AdviceExpression> advice();
}
