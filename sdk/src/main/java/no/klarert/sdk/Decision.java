package no.klarert.sdk;

import java.util.List;

/** What the decision point says, or that it says nothing that can be used. Only {@link Permit} can become access. */
public sealed interface Decision {
    /**
     * Permitted, provided that every obligation is understood and met (XACML 3.0 §7.18). {@link Authorizer} sees to that.
     */
    record Permit(List<Obligation> obligations) implements Decision {
        public Permit {
            obligations = List.copyOf(obligations);
        }
    }

    /**
     * Not permitted.
     *
     * @param status the XACML status code, such as {@code urn:oasis:names:tc:xacml:1.0:status:ok}; empty when there is none
     */
    record Refused(Kind kind, String status) implements Decision {}

    /** No decision: no access either. */
    record Unavailable(Problem problem, String detail) implements Decision {}

    /** The decisions of XACML 3.0 §7.17 that are not Permit. All mean no access; logs tell them apart. */
    enum Kind {
        /** A policy forbids it. */
        DENY,
        /** No policy and no delegation gives the right: the usual answer when nothing has been delegated. */
        NOT_APPLICABLE,
        /** It could not be decided, often because the resource or the organisation is unknown. */
        INDETERMINATE
    }

    /** Why there is no decision. */
    enum Problem {
        /** Network, timeout, overload or server error: it may pass. */
        UNREACHABLE,
        /** The decision point or the token exchange does not accept us: scope, key or agreement is missing. */
        NOT_AUTHORIZED,
        /** The decision point does not accept the request: a fault in this library or its configuration. */
        REQUEST_REJECTED,
        /** An answer that is not what a decision point says. */
        UNEXPECTED_ANSWER
    }

    /** Something the caller must see to before a permit counts (XACML 3.0 §7.18). */
    record Obligation(String id, List<Assignment> assignments) {
        public Obligation {
            assignments = List.copyOf(assignments);
        }
    }

    /**
     * One value of an obligation.
     *
     * @param category what the value means, such as {@code urn:altinn:minimum-authenticationlevel}; empty when not stated
     */
    record Assignment(String category, String attributeId, String value) {}
}
