package no.klarert.policy;

import java.util.List;

/**
 * The answer to a request (XACML 3.0 §5.48).
 *
 * @param obligations empty unless the value is Permit or Deny
 * @param advice empty unless the value is Permit or Deny
 * @param echoed one element per value, in the order of the request. For {@link Dialect#ALTINN}, presence also tells that
 *     the policy knows the action on the resource
 */
public record Decision(
        DecisionValue value,
        Status status,
        List<Obligation> obligations,
        List<Advice> advice,
        List<EchoedAttribute> echoed) {
    public Decision {
        obligations = List.copyOf(obligations);
        advice = List.copyOf(advice);
        echoed = List.copyOf(echoed);
    }

    /** Whether the value is Permit. The obligations still have to be met. */
    public boolean permits() {
        return value == DecisionValue.PERMIT;
    }
}
