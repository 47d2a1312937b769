package no.klarert.policy;

import java.util.List;

/**
 * The answer to a request (XACML 3.0 §5.48).
 *
 * @param obligations empty unless the value is Permit or Deny
 * @param advice empty unless the value is Permit or Deny
 * @param echoed one element per value, in the order of the request. For {@link Dialect#ALTINN}, presence also tells that
 *     the policy knows the action on the resource
 * @param policies those that were applicable, if the request asks for them; otherwise empty
 */
public record Decision(
        DecisionValue value,
        Status status,
        List<Obligation> obligations,
        List<Advice> advice,
        List<EchoedAttribute> echoed,
        List<PolicyIdentifier> policies) {
    public Decision {
        obligations = List.copyOf(obligations);
        advice = List.copyOf(advice);
        echoed = List.copyOf(echoed);
        policies = List.copyOf(policies);
    }

    /** A decision that does not name the applicable policies. */
    public Decision(
            DecisionValue value,
            Status status,
            List<Obligation> obligations,
            List<Advice> advice,
            List<EchoedAttribute> echoed) {
        this(value, status, obligations, advice, echoed, List.of());
    }

    /** Whether the value is Permit. The obligations still have to be met. */
    public boolean permits() {
        return value == DecisionValue.PERMIT;
    }

    /** The same decision, naming the applicable policies. */
    public Decision withPolicies(List<PolicyIdentifier> applicable) {
        return new Decision(value, status, obligations, advice, echoed, applicable);
    }
}
