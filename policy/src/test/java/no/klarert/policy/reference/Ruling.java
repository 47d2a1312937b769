package no.klarert.policy.reference;

import java.util.ArrayList;
import java.util.List;
import no.klarert.policy.Advice;
import no.klarert.policy.Obligation;
import no.klarert.policy.Xacml;

/** What a rule or policy comes to in the reference. */
record Ruling(Kind kind, String status, List<Obligation> obligations, List<Advice> advice) {
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
    }

    static Ruling of(Kind kind) {
        return new Ruling(kind, Xacml.STATUS_OK, List.of(), List.of());
    }

    static Ruling error(Kind kind, String status) {
        return new Ruling(kind, status, List.of(), List.of());
    }

    /** A decision with the duties of all children that came to it (XACML 3.0 §7.18). */
    static Ruling agreed(Kind kind, List<Ruling> children) {
        var obligations = new ArrayList<Obligation>();
        var advice = new ArrayList<Advice>();
        children.stream().filter(child -> child.kind() == kind).forEach(child -> {
            obligations.addAll(child.obligations());
            advice.addAll(child.advice());
        });
        return new Ruling(kind, Xacml.STATUS_OK, obligations, advice);
    }
}
