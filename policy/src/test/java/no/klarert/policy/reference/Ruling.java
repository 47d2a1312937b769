package no.klarert.policy.reference;

import java.util.ArrayList;
import java.util.List;
import no.klarert.policy.Advice;
import no.klarert.policy.Obligation;
import no.klarert.policy.PolicyIdentifier;
import no.klarert.policy.Status;

/**
 * What a rule or policy comes to in the reference.
 *
 * @param policies the policies and policy sets that came to this decision and led to it
 */
record Ruling(
        Kind kind, Status status, List<Obligation> obligations, List<Advice> advice, List<PolicyIdentifier> policies) {
    enum Kind {
        PERMIT,
        DENY,
        NOT_APPLICABLE,
        INDETERMINATE_P,
        INDETERMINATE_D,
        INDETERMINATE_DP;

        boolean isIndeterminate() {
            return this == INDETERMINATE_P || this == INDETERMINATE_D || this == INDETERMINATE_DP;
        }

        boolean isDecided() {
            return this == PERMIT || this == DENY;
        }

        /** As XACML 3.0 §7.10 writes it. */
        String text() {
            return switch (this) {
                case PERMIT -> "Permit";
                case DENY -> "Deny";
                case NOT_APPLICABLE -> "NotApplicable";
                case INDETERMINATE_P -> "Indeterminate{P}";
                case INDETERMINATE_D -> "Indeterminate{D}";
                case INDETERMINATE_DP -> "Indeterminate{DP}";
            };
        }
    }

    static Ruling of(Kind kind) {
        return new Ruling(kind, Status.OK, List.of(), List.of(), List.of());
    }

    static Ruling error(Kind kind, Status status) {
        return new Ruling(kind, status, List.of(), List.of(), List.of());
    }

    static Ruling error(Kind kind, String status) {
        return error(kind, new Status(status, ""));
    }

    /** A decision with the duties of all children that came to it (XACML 3.0 §7.18). */
    static Ruling agreed(Kind kind, List<Ruling> children) {
        var agreeing = children.stream().filter(child -> child.kind() == kind).toList();
        return new Ruling(
                kind,
                Status.OK,
                agreeing.stream().flatMap(child -> child.obligations().stream()).toList(),
                agreeing.stream().flatMap(child -> child.advice().stream()).toList(),
                agreeing.stream().flatMap(child -> child.policies().stream()).toList());
    }

    /** This decision with more duties after its own. */
    Ruling and(List<Obligation> moreObligations, List<Advice> moreAdvice) {
        return new Ruling(kind, status, joined(obligations, moreObligations), joined(advice, moreAdvice), policies);
    }

    /** This decision as that of a policy. */
    Ruling of(PolicyIdentifier policy) {
        return new Ruling(kind, status, obligations, advice, joined(policies, List.of(policy)));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        var joined = new ArrayList<>(first);
        joined.addAll(second);
        return joined;
    }
}
