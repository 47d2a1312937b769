package no.klarert.policy.syntax;

/** What a policy set combines: policies, policy sets, and references to either (XACML 3.0 §5.1). */
public sealed interface PolicySetMember permits PolicyTree, PolicyReference {
    Position position();
}
